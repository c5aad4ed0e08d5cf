import type { CasePaperKind } from './case-paper.ts'
import { type InBoth, type PaperSentence, type PaperWording, sentencesOf } from './paper-wording.ts'

/**
 * The last version that came with the product; what a township publishes counts on from it. Papers up to it were given with the
 * words of this file, which therefore stay as they are: other words are a version of their own (C901).
 */
export const SHIPPED_WORDING = 3

/** What stands at the head of each paper (cases.md 9). */
const TITLES = {
  receipt: { zh: '收件凭证', en: 'Receipt of papers' },
  acceptance: { zh: '受理通知书', en: 'Notice of acceptance' },
  supplement: { zh: '补正材料一次性告知书', en: 'One-time notice of missing papers' },
  on_spot: { zh: '办结单', en: 'Finished on the spot' },
  not_applicable: { zh: '不受理告知书', en: 'Notice that no application is needed here' },
  refusal: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
  pause: { zh: '特别程序告知书', en: 'Notice of a special procedure' },
  extension: { zh: '延期通知书', en: 'Notice of extension' },
  decision: { zh: '决定书', en: 'Decision' },
  denial: { zh: '不予决定书', en: 'Decision of denial' },
  delivery: { zh: '送达回证', en: 'Proof of delivery' },
  resumption: { zh: '恢复计时告知', en: 'Notice that the clock runs again' },
  hand_over: { zh: '交接单', en: 'Hand-over slip' },
  check: { zh: '核查记录', en: 'Record of a check' },
  report: { zh: '上报交接单', en: 'Report to the county' },
  forwarding: { zh: '转报单', en: 'Forwarding slip' },
  withdrawal: { zh: '撤回申请', en: 'Withdrawal' },
  return: { zh: '退件通知书', en: 'Notice of return' },
  void: { zh: '作废记录', en: 'Record of voiding' },
  correction: { zh: '更正记录', en: 'Record of a correction' },
  late_supplement: { zh: '补交材料通知书', en: 'Request for further papers' },
  pledge: { zh: '告知承诺书', en: 'Written promise' },
  supervision: { zh: '督办单', en: 'Supervision order' },
  letter_receipt: { zh: '来信来访登记回执', en: 'Receipt of a letter' },
  letter_assignment: { zh: '交办单', en: 'Assignment to a unit' },
  letter_return: { zh: '退办单', en: 'Given back by the unit' },
  letter_reply: { zh: '答复书', en: 'Reply' },
  letter_redirection: { zh: '转送告知书', en: 'Notice of another organ' },
  petition_notice: { zh: '信访事项受理告知书', en: 'Notice that a petition is taken up' },
  petition_extension: { zh: '信访事项延期告知书', en: 'Notice of extension of a petition' },
  petition_opinion: { zh: '信访事项处理意见书', en: 'Opinion on a petition' },
} as const satisfies Record<CasePaperKind, InBoth>

const SENTENCES = {
  dueBy: { zh: '最迟 {日期} 前办结', en: 'Done by {日期} at the latest' },
  answerBy: { zh: '最迟 {日期} 前答复', en: 'Answered by {日期} at the latest' },
  answerLater: { zh: '答复时间另行告知', en: 'You will be told by when it is answered' },
  statutory: { zh: '法定时限到 {日期}', en: 'Statutory limit {日期}' },
  delivery: { zh: '结果在 {地点} 领取', en: 'Collect the result at {地点}' },
  promised: {
    zh: '本人承诺在上述日期前补交容缺材料；逾期不补，办件可能退回',
    en: 'I promise to bring the promised papers by the days above; otherwise the case may be returned',
  },
  notYet: {
    zh: '收到材料不等于受理。是否受理，{日期} 前答复',
    en: 'Receiving papers is not acceptance. You will be told by {日期}',
  },
  notYetOpen: {
    zh: '收到材料不等于受理，是否受理另行答复',
    en: 'Receiving papers is not acceptance; you will be told',
  },
  missing: { zh: '还缺这些，请一次备齐', en: 'These are missing; please bring all at once' },
  how: { zh: '怎么取得：{怎么取得}', en: 'How to get it: {怎么取得}' },
  until: { zh: '{日期} 前交到 {地点}', en: 'Bring them to {地点} by {日期}' },
  paused: {
    zh: '从今天起计时暂停，恢复后另行通知最迟办结日',
    en: 'The clock stands still from today; you will be told the new date',
  },
  goesOn: { zh: '办理时间照常计算，不停时', en: 'The clock goes on' },
  done: { zh: '已当场办结', en: 'Finished on the spot' },
} as const satisfies Record<PaperSentence, InBoth>

/** The wording of a kind of paper as it came with the product. */
export function shippedWording(kind: CasePaperKind): PaperWording {
  return {
    title: TITLES[kind],
    opening: { zh: '', en: '' },
    closing: { zh: '', en: '' },
    sentences: Object.fromEntries(sentencesOf(kind).map((sentence) => [sentence, SENTENCES[sentence]])),
  }
}

/** What a kind of paper is called in lists, whatever stands at its own head. */
export function paperTitle(kind: CasePaperKind, language: 'zh' | 'en'): string {
  return TITLES[kind][language]
}
