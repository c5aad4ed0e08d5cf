import type { Sentence } from '../text/sentence.ts'
import type { CasePaperKind, PaperPoint } from '../vocabulary/case-paper.ts'

/** What stands at the head of each paper (cases.md 9). */
export const PAPER_TITLES = {
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
} as const satisfies Record<CasePaperKind, Sentence>

/** What each further line is called. */
export const POINT_WORDS = {
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
} as const satisfies Record<PaperPoint, Sentence>

/** All other words of a paper. */
export const PAPER_WORDS = {
  again: { zh: '补打 {n}', en: 'Copy {n}' },
  number: { zh: '文号 {number}', en: 'No. {number}' },
  caseNumber: { zh: '办件编号', en: 'Case number' },
  item: { zh: '事项', en: 'Item' },
  applicant: { zh: '申请人', en: 'Applicant' },
  receivedAt: { zh: '收件时间', en: 'Received' },
  unit: { zh: '承办单位', en: 'Unit' },
  by: { zh: '经办', en: 'Clerk' },
  code: { zh: '查询码', en: 'Query code' },
  codeBefore: { zh: '查询码在第一张单子上', en: 'The query code is on the first paper' },
  scan: { zh: '扫码看办到哪一步', en: 'Scan to follow it' },
  dueBy: { zh: '最迟 {day} 前办结', en: 'Done by {day} at the latest' },
  provisional: { zh: '（以国务院通知为准）', en: ' (subject to the official holiday notice)' },
  statutory: { zh: '法定时限到 {day}', en: 'Statutory limit {day}' },
  counting: { zh: '怎么算的：', en: 'How it is counted: ' },
  weekends: { zh: '周末不计', en: 'weekends are not counted' },
  paused: {
    zh: '从今天起计时暂停，恢复后另行通知最迟办结日',
    en: 'The clock stands still from today; you will be told the new date',
  },
  notYet: {
    zh: '收到材料不等于受理。是否受理，{day} 前答复',
    en: 'Receiving papers is not acceptance. You will be told by {day}',
  },
  notYetOpen: {
    zh: '收到材料不等于受理，是否受理另行答复',
    en: 'Receiving papers is not acceptance; you will be told',
  },
  done: { zh: '已当场办结', en: 'Finished on the spot' },
  materials: { zh: '材料', en: 'Materials' },
  missing: { zh: '还缺这些，请一次备齐', en: 'These are missing; please bring all at once' },
  how: { zh: '怎么取得：{how}', en: 'How to get it: {how}' },
  until: { zh: '{day} 前交到 {where}', en: 'Bring them to {where} by {day}' },
  delivery: { zh: '结果在 {where} 领取', en: 'Collect the result at {where}' },
  consult: { zh: '咨询电话 {phone}', en: 'Questions {phone}' },
  supervision: { zh: '监督电话 {phone} · 12345', en: 'Supervision {phone} · 12345' },
  signApplicant: { zh: '申请人签字', en: 'Signature of the applicant' },
  signReceiver: { zh: '领取人签字', en: 'Signature of the receiver' },
  signClerk: { zh: '经办人签字', en: 'Signature of the clerk' },
  signDate: { zh: '日期', en: 'Date' },
  seal: { zh: '（盖章）', en: '(seal)' },
  received: { zh: '已收', en: 'received' },
  absent: { zh: '未收', en: 'missing' },
  deferred: { zh: '容缺', en: 'promised' },
  notNeeded: { zh: '不需要', en: 'not needed' },
} as const satisfies Readonly<Record<string, Sentence>>
