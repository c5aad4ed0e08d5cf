import type { Decision, DeliveryWay } from './case.ts'

/** The papers of letters (cases.md 13); order, correction and proof of delivery are those of cases. */
export const LETTER_PAPERS = [
  'letter_receipt',
  'letter_assignment',
  'letter_return',
  'letter_reply',
  'letter_redirection',
  'petition_notice',
  'petition_extension',
  'petition_opinion',
] as const

/** The papers of a case or a letter; each kind counts its own numbers per year (cases.md 9). */
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
  ...LETTER_PAPERS,
] as const
export type CasePaperKind = (typeof CASE_PAPERS)[number]

/** What a paper says beside the facts that all have: each is a line of its own. */
export const PAPER_POINTS = [
  'joint',
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
  'answer',
  'signer',
  'noticeNumber',
  'letterText',
  'note',
  'step',
  'change',
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

/** What each further line is called. */
export const POINT_WORDS = {
  joint: { zh: '联办单位', en: 'Joint units' },
  decision: { zh: '决定', en: 'Decision' },
  result: { zh: '结果', en: 'Result' },
  reason: { zh: '理由', en: 'Reason' },
  organ: { zh: '应向哪里申请', en: 'Where to apply' },
  remedies: { zh: '救济途径', en: 'Remedies' },
  days: { zh: '天数', en: 'Days' },
  dueBefore: { zh: '原办结期限', en: 'Date before' },
  approvedBy: { zh: '批准', en: 'Approved by' },
  receiver: { zh: '领取人', en: 'Received by' },
  relation: { zh: '与申请人关系', en: 'Relation to the applicant' },
  way: { zh: '送达方式', en: 'Way of delivery' },
  postNumber: { zh: '邮寄单号', en: 'Post number' },
  fromUnit: { zh: '移交单位', en: 'From' },
  toUnit: { zh: '接收单位', en: 'To' },
  people: { zh: '核查人', en: 'Checked by' },
  basis: { zh: '停时依据', en: 'Rule under which the clock stops' },
  pledge: { zh: '我承诺', en: 'I promise' },
  level: { zh: '督办到', en: 'To' },
  content: { zh: '督办内容', en: 'What is asked' },
  replyBy: { zh: '几时前回复', en: 'Answer by' },
  answer: { zh: '答复', en: 'Reply' },
  signer: { zh: '签发', en: 'Signed by' },
  noticeNumber: { zh: '告知文号', en: 'Number of the notice' },
  letterText: { zh: '来信内容', en: 'What it says' },
  note: { zh: '交办要求', en: 'What is asked' },
  step: { zh: '更正的步骤', en: 'Step taken back' },
  change: { zh: '更正内容', en: 'What is put right' },
} as const satisfies Record<PaperPoint, Record<'zh' | 'en', string>>
