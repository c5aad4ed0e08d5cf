import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** The person, the agent's authority, and what a village point sends. */
export const VILLAGE_REFUSALS = {
  'person.id_invalid': {
    zh: '身份证号不对，请再看一遍（18 位）',
    en: 'The ID number is not right. Look again (18 characters)',
  },
  'person.other_village': {
    zh: '请到本村代办点或镇中心',
    en: 'Please go to your own village point or to the township centre',
  },
  'authority.missing': { zh: '缺委托书', en: 'The letter of authority is missing' },
  'authority.expired': { zh: '委托已到期', en: 'The authority has expired' },
  'authority.too_long': {
    zh: '委托期限太长[，最多 {n} 个月]，请改',
    en: 'The authority runs too long[; at most {n} months]. Shorten it',
  },
  'authority.out_of_scope': {
    zh: '委托书里没有这一项，请先让本人勾选',
    en: 'The authority does not cover this. The resident must tick it first',
  },
  'agent.self': {
    zh: '代办员本人或近亲属的事要由他人代办',
    en: 'An agent’s own matter must be handled by someone else',
  },
  'declaration.missing': { zh: '还没有确认申请人声明', en: 'The applicant’s declaration is not confirmed' },
  'command.malformed': {
    zh: '这条内容的格式不对，已保留在本机，请找管理员',
    en: 'This entry has the wrong form. It is kept on the device; ask the administrator',
  },
  'command.too_large': {
    zh: '这条内容太大，已保留在本机',
    en: 'This entry is too large. It is kept on the device',
  },
  'predecessor.missing': {
    zh: '这个办件前面的一条还没到，收到后会自动处理',
    en: 'An earlier entry of this case has not arrived. It continues by itself',
  },
  'file.type_not_allowed': {
    zh: '只收 JPEG、PNG 照片和 PDF',
    en: 'Only JPEG and PNG pictures and PDF files are taken',
  },
  'file.too_large': {
    zh: '文件太大[，最多 {n} MB]，请缩小后再传',
    en: 'The file is too large[; at most {n} MB]. Make it smaller',
  },
  'file.too_many_pixels': {
    zh: '照片像素太多[，最多 {n} 百万]，请缩小后再传',
    en: 'The picture has too many pixels[; at most {n} million]. Make it smaller',
  },
  'file.pdf_locked': {
    zh: 'PDF 有密码，请去掉密码再传',
    en: 'The PDF is locked with a password. Remove it and send again',
  },
  'file.pdf_active': {
    zh: 'PDF 里有程序，不能收，请另存或扫描后再传',
    en: 'The PDF holds a program and is not taken. Print it to PDF or scan it',
  },
  'file.too_many': {
    zh: '这个办件的附件已满[，最多 {n} 份]',
    en: 'The case has all the files it may have[; at most {n}]',
  },
  'file.day_full': {
    zh: '您今天传的文件已满[，最多 {n} MB]，请明天再传',
    en: 'You have sent all you may today[, at most {n} MB]. Go on tomorrow',
  },
  'file.hash_mismatch': {
    zh: '照片传输有误，请重传',
    en: 'The picture was damaged on the way. Send it again',
  },
  'file.wrong_offset': {
    zh: '照片传输接不上，会从断点继续',
    en: 'The transfer does not fit; it continues from where it stopped',
  },
  'file.not_found': { zh: '没有这个文件', en: 'There is no such file' },
  'text.control_character': {
    zh: '内容里有看不见的控制符，请删掉重写',
    en: 'The text holds invisible control characters. Remove them',
  },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
