import type { Sentence } from './sentence.ts'

/** The words of a paper ticket, from its head to its foot (screens.md 2.2). */
export const SLIP_WORDS = {
  again: { zh: '补打', en: 'Copy' },
  priority: { zh: '优先', en: 'Priority' },
  appointment: { zh: '预约', en: 'Booked' },
  emergency: { zh: '应急号，按取号时间排队', en: 'Given without the network: in line by its time' },
  batch: { zh: '代办 {n} 件[，预约 {t}]', en: 'For {n} residents[, booked for {t}]' },
  ahead: { zh: '前面还有 {n} 人', en: '{n} people ahead' },
  nobody: { zh: '前面没有人', en: 'Nobody ahead' },
  about: { zh: '约等 {range} 分钟', en: 'about {range} min' },
  short: { zh: '不到 5 分钟', en: 'less than 5 min' },
  long: { zh: '2 小时以上', en: 'over 2 hours' },
  taken: { zh: '取号时间 {t}', en: 'Taken {t}' },
  check: { zh: '看看材料带齐没有', en: 'Have you brought' },
  idCard: { zh: '身份证', en: 'ID card' },
  household: { zh: '户口簿', en: 'household book' },
  bankCard: { zh: '银行卡', en: 'bank card' },
  notice: { zh: '(以窗口一次性告知单为准)', en: '(the window tells all of it)' },
  scan: { zh: '扫码看还有几人', en: 'Scan: how many are ahead' },
  missed: {
    zh: '过号不作废：在取号机点"过号恢复"，排在 3 人后',
    en: 'Missed it? Touch "Rejoin the queue" at the kiosk: 3 people later',
  },
  consult: { zh: '咨询 {n}', en: 'Ask {n}' },
  supervise: { zh: '监督 {n}', en: 'Report {n}' },
  today: { zh: '当日有效', en: 'Today only' },
  code: { zh: '查询码 {c}', en: 'Code {c}' },
  test: { zh: '打印机试纸', en: 'Printer test' },
} as const satisfies Readonly<Record<string, Sentence>>
