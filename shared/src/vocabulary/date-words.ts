import { civilDate, civilTime, weekdayOf } from './plain-date.ts'
import type { Instant, PlainDate, PlainTime } from './time.ts'

/** The two languages of every interface (U13). */
export type Language = 'zh' | 'en'

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 周一, Mon. */
export function weekdayWord(date: PlainDate, language: Language): string {
  return WEEKDAYS[language][weekdayOf(date)] ?? ''
}

/** 6月22日, 22 Jun. The year is left out: a date on a screen is near. */
export function dayWords(date: PlainDate, language: Language): string {
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  return language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`
}

/** 6月22日（周一）, Mon 22 Jun. */
export function dateWords(date: PlainDate, language: Language): string {
  const weekday = weekdayWord(date, language)
  return language === 'zh' ? `${dayWords(date, 'zh')}（${weekday}）` : `${weekday} ${dayWords(date, 'en')}`
}

/** 2026年6月22日, 22 Jun 2026: on a paper that is kept. */
export function fullDateWords(date: PlainDate, language: Language): string {
  const year = date.slice(0, 4)
  return language === 'zh' ? `${year}年${dayWords(date, 'zh')}` : `${dayWords(date, 'en')} ${year}`
}

/** 17:30 as a person says it: 8:30 has no leading zero. */
export function timeWords(time: PlainTime): string {
  return time.replace(/^0/, '')
}

/** 6月22日（周一）17:30, Mon 22 Jun 17:30: an instant in the hall's own zone. */
export function instantWords(instant: Instant, language: Language): string {
  const date = dateWords(civilDate(instant), language)
  const time = timeWords(civilTime(instant))
  return language === 'zh' ? `${date}${time}` : `${date} ${time}`
}
