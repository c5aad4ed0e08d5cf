import { type CasePaperKind, type PaperPoint, POINT_WORDS } from './case-paper.ts'
import type { Language } from './date-words.ts'

/** A text of a paper in both languages; an empty English one is printed in Chinese. */
export type InBoth = Readonly<Record<Language, string>>

/** How the wording of one kind of paper runs (C901): each text may name fields of the paper, `{申请人}`. */
export interface PaperWording {
  readonly title: InBoth
  /** Lines after the facts at the head; may be empty. */
  readonly opening: InBoth
  /** Lines before signatures and seal; may be empty. */
  readonly closing: InBoth
  readonly sentences: Readonly<Partial<Record<PaperSentence, InBoth>>>
}

/** The parts of a wording that a comparison and a problem name. */
export type WordingPart = 'title' | 'opening' | 'closing' | PaperSentence

/** What a text of a paper may name, in the words by which it names it. */
export const PAPER_FIELDS = {
  centre: '中心名称',
  paperNumber: '文号',
  caseNumber: '办件编号',
  item: '事项',
  applicant: '申请人',
  receivedAt: '收件时间',
  unit: '承办单位',
  by: '经办',
  madeAt: '出具日期',
  where: '地点',
  consultPhone: '咨询电话',
  supervisionPhone: '监督电话',
  day: '日期',
  how: '怎么取得',
  dueAt: '最迟办结时间',
  statutoryOn: '法定到期日',
  until: '补正到期日',
  joint: POINT_WORDS.joint.zh,
  decision: POINT_WORDS.decision.zh,
  result: POINT_WORDS.result.zh,
  reason: POINT_WORDS.reason.zh,
  organ: POINT_WORDS.organ.zh,
  remedies: POINT_WORDS.remedies.zh,
  days: POINT_WORDS.days.zh,
  dueBefore: POINT_WORDS.dueBefore.zh,
  approvedBy: POINT_WORDS.approvedBy.zh,
  receiver: POINT_WORDS.receiver.zh,
  relation: POINT_WORDS.relation.zh,
  way: POINT_WORDS.way.zh,
  postNumber: POINT_WORDS.postNumber.zh,
  fromUnit: POINT_WORDS.fromUnit.zh,
  toUnit: POINT_WORDS.toUnit.zh,
  people: POINT_WORDS.people.zh,
  basis: POINT_WORDS.basis.zh,
  pledge: POINT_WORDS.pledge.zh,
  level: POINT_WORDS.level.zh,
  content: POINT_WORDS.content.zh,
  replyBy: POINT_WORDS.replyBy.zh,
  answer: POINT_WORDS.answer.zh,
  signer: POINT_WORDS.signer.zh,
  noticeNumber: POINT_WORDS.noticeNumber.zh,
  letterText: POINT_WORDS.letterText.zh,
  note: POINT_WORDS.note.zh,
  step: POINT_WORDS.step.zh,
  change: POINT_WORDS.change.zh,
} as const satisfies Record<PaperPoint, string> & Readonly<Record<string, string>>
export type PaperField = keyof typeof PAPER_FIELDS

/** What every paper of a case can name; neither an ID number nor a clerk's phone is among it (C902). */
const FIELDS_OF_ALL = [
  'centre',
  'paperNumber',
  'caseNumber',
  'item',
  'applicant',
  'receivedAt',
  'unit',
  'by',
  'madeAt',
  'where',
  'consultPhone',
  'supervisionPhone',
] as const satisfies readonly PaperField[]

const PROMISED = ['dueAt', 'statutoryOn'] as const satisfies readonly PaperField[]

const DECIDED = [
  'decision',
  'result',
  'reason',
  'remedies',
  'approvedBy',
] as const satisfies readonly PaperField[]

const KIND_FIELDS: Readonly<Record<CasePaperKind, readonly PaperField[]>> = {
  receipt: [],
  acceptance: [...PROMISED, 'reason'],
  supplement: ['until'],
  on_spot: [],
  not_applicable: ['reason', 'remedies'],
  refusal: ['reason', 'organ', 'remedies', 'approvedBy'],
  pause: ['reason', 'days'],
  extension: [...PROMISED, 'reason', 'days', 'dueBefore', 'approvedBy'],
  decision: DECIDED,
  denial: DECIDED,
  delivery: ['receiver', 'relation', 'way', 'postNumber'],
  resumption: PROMISED,
  hand_over: ['fromUnit', 'toUnit', 'reason'],
  check: ['people', 'result'],
  report: ['toUnit', 'reason'],
  forwarding: ['toUnit', 'reason'],
  withdrawal: ['reason'],
  return: ['reason', 'remedies', 'approvedBy'],
  void: ['reason'],
  correction: ['step', 'change', 'reason'],
  late_supplement: ['basis'],
  pledge: ['pledge'],
  supervision: ['level', 'reason', 'content', 'replyBy'],
  letter_receipt: ['dueAt'],
  letter_assignment: ['toUnit', 'letterText', 'note'],
  letter_return: ['fromUnit', 'reason'],
  letter_reply: ['answer', 'signer'],
  letter_redirection: ['toUnit'],
  petition_notice: [...PROMISED, 'noticeNumber'],
  petition_extension: [...PROMISED, 'reason', 'days', 'dueBefore', 'approvedBy'],
  petition_opinion: ['answer', 'remedies', 'signer'],
}

/** The fields that opening and closing of a kind of paper may name. */
export function fieldsOf(kind: CasePaperKind): readonly PaperField[] {
  return [...FIELDS_OF_ALL, ...KIND_FIELDS[kind]]
}

/** The sentences that the papers have by themselves, each with what has to stand in it and nothing else. */
export const SENTENCE_FIELDS = {
  dueBy: ['day'],
  answerBy: ['day'],
  answerLater: [],
  statutory: ['day'],
  delivery: ['where'],
  promised: [],
  notYet: ['day'],
  notYetOpen: [],
  missing: [],
  how: ['how'],
  until: ['day', 'where'],
  paused: [],
  goesOn: [],
  done: [],
} as const satisfies Readonly<Record<string, readonly PaperField[]>>
export type PaperSentence = keyof typeof SENTENCE_FIELDS

const KIND_SENTENCES: Readonly<Partial<Record<CasePaperKind, readonly PaperSentence[]>>> = {
  receipt: ['notYet', 'notYetOpen'],
  acceptance: ['dueBy', 'statutory', 'delivery', 'promised'],
  supplement: ['missing', 'how', 'until'],
  on_spot: ['done'],
  pause: ['paused'],
  extension: ['dueBy', 'statutory'],
  resumption: ['dueBy', 'statutory'],
  late_supplement: ['paused', 'goesOn', 'missing', 'how'],
  letter_receipt: ['answerBy', 'answerLater'],
  petition_notice: ['answerBy', 'statutory'],
  petition_extension: ['answerBy', 'statutory'],
}

/** Which sentences a kind of paper has, in their order on it. */
export function sentencesOf(kind: CasePaperKind): readonly PaperSentence[] {
  return KIND_SENTENCES[kind] ?? []
}

/** Every part of the wording of a kind, from the head of the paper to its foot. */
export function wordingParts(kind: CasePaperKind): readonly WordingPart[] {
  return ['title', 'opening', ...sentencesOf(kind), 'closing']
}

const NOTHING: InBoth = { zh: '', en: '' }

/** What a wording says in one of its parts. */
export function partOf(wording: PaperWording, part: WordingPart): InBoth {
  if (part === 'title' || part === 'opening' || part === 'closing') return wording[part]
  return wording.sentences[part] ?? NOTHING
}

// A Chinese keyboard writes wide braces.
const PLACE = /[{｛]([^{}｛｝]*)[}｝]/g

/** The names that a text has in braces, as they are written. */
export function namedIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name.trim())
}

/** A text with its fields filled; null where one of them says nothing on this paper, so that no line has a hole. */
export function filledIn(text: string, values: Readonly<Partial<Record<PaperField, string>>>): string | null {
  const byName = new Map(
    (Object.keys(PAPER_FIELDS) as PaperField[]).map((field) => [PAPER_FIELDS[field], values[field] ?? '']),
  )
  if (namedIn(text).some((name) => (byName.get(name as never) ?? '') === '')) return null
  return text.replaceAll(PLACE, (_whole, name: string) => byName.get(name.trim() as never) ?? '')
}
