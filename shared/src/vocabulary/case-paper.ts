import type { Decision, DeliveryWay } from './case.ts'

/** The papers that a resident gets of a case; each kind counts its own numbers per year (cases.md 9). */
export const CASE_PAPERS = [
  'receipt',
  'acceptance',
  'supplement',
  'on_spot',
  'not_applicable',
  'refusal',
  'pause',
  'extension',
  'decision',
  'denial',
  'delivery',
  'resumption',
  'hand_over',
  'check',
  'report',
  'forwarding',
  'withdrawal',
  'return',
  'void',
  'correction',
  'late_supplement',
  'pledge',
  'supervision',
] as const
export type CasePaperKind = (typeof CASE_PAPERS)[number]

/** What a paper says beside the facts that all have: each is a line of its own. */
export const PAPER_POINTS = [
  'decision',
  'result',
  'reason',
  'organ',
  'remedies',
  'days',
  'dueBefore',
  'approvedBy',
  'receiver',
  'relation',
  'way',
  'postNumber',
  'fromUnit',
  'toUnit',
  'people',
  'basis',
  'pledge',
  'level',
  'content',
  'replyBy',
] as const
export type PaperPoint = (typeof PAPER_POINTS)[number]

/** How a paper left the system: printed here, or taken as a file for Word. */
export const PAPER_WAYS = ['print', 'docx'] as const
export type PaperWay = (typeof PAPER_WAYS)[number]

/** How a decision and a way of delivery are said on paper. */
export const DECISION_WORDS = {
  granted: { zh: '准予', en: 'Granted' },
  denied: { zh: '不予', en: 'Denied' },
} as const satisfies Record<Decision, Record<'zh' | 'en', string>>

export const WAY_WORDS = {
  collect: { zh: '窗口领取', en: 'Collected at the window' },
  post: { zh: '邮寄', en: 'By post' },
  agent: { zh: '代办员转交', en: 'Through the village agent' },
} as const satisfies Record<DeliveryWay, Record<'zh' | 'en', string>>
