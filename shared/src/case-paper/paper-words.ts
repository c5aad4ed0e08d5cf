import { fill, type Sentence } from '../text/sentence.ts'
import type { Language } from '../vocabulary/date-words.ts'

/** The words of a paper that are the same wherever it is used; the others are `PaperWording`. */
export const PAPER_WORDS = {
  again: { zh: '补打 {n}', en: 'Copy {n}' },
  number: { zh: '文号 {number}', en: 'No. {number}' },
  caseNumber: { zh: '办件编号', en: 'Case number' },
  letterNumber: { zh: '来信编号', en: 'Letter number' },
  letterKind: { zh: '渠道类别', en: 'Channel and topic' },
  writer: { zh: '来信人', en: 'Writer' },
  anonymous: { zh: '未留姓名', en: 'No name given' },
  item: { zh: '事项', en: 'Item' },
  applicant: { zh: '申请人', en: 'Applicant' },
  receivedAt: { zh: '收件时间', en: 'Received' },
  unit: { zh: '承办单位', en: 'Unit' },
  by: { zh: '经办', en: 'Clerk' },
  code: { zh: '查询码', en: 'Query code' },
  codeBefore: { zh: '查询码在第一张单子上', en: 'The query code is on the first paper' },
  scan: { zh: '扫码看办到哪一步', en: 'Scan to follow it' },
  provisional: { zh: '（以国务院通知为准）', en: ' (subject to the official holiday notice)' },
  counting: { zh: '怎么算的：', en: 'How it is counted: ' },
  weekends: { zh: '周末不计', en: 'weekends are not counted' },
  materials: { zh: '材料', en: 'Materials' },
  consult: { zh: '咨询电话 {phone}', en: 'Questions {phone}' },
  supervision: { zh: '监督电话 {phone} · 12345', en: 'Supervision {phone} · 12345' },
  signApplicant: { zh: '申请人签字', en: 'Signature of the applicant' },
  signReceiver: { zh: '领取人签字', en: 'Signature of the receiver' },
  signClerk: { zh: '经办人签字', en: 'Signature of the clerk' },
  signAgent: { zh: '代办员签字', en: 'Signature of the agent' },
  signDate: { zh: '日期', en: 'Date' },
  seal: { zh: '（盖章）', en: '(seal)' },
  received: { zh: '已收', en: 'received' },
  absent: { zh: '未收', en: 'missing' },
  deferred: { zh: '容缺', en: 'promised' },
  promisedBy: { zh: '{day} 前补交', en: 'to be brought by {day}' },
  notNeeded: { zh: '不需要', en: 'not needed' },
} as const satisfies Readonly<Record<string, Sentence>>

export type PaperSay = (key: keyof typeof PAPER_WORDS, params?: Readonly<Record<string, string>>) => string

/** The fixed words of all papers, in one language. */
export function wordsIn(language: Language): PaperSay {
  return (key, params = {}) => fill(PAPER_WORDS[key][language], params)
}
