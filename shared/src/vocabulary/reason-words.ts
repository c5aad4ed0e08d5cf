import type { DueReasons, Limit } from './clock.ts'
import { dateWords, type Language } from './date-words.ts'
import type { PlainDate } from './time.ts'

/** What the sentences below need of a clock; the phone page has no more than this. */
export interface ReasonFacts extends DueReasons {
  readonly unit: Limit['unit']
  readonly dueOn: PlainDate
}

/** The sentences under the days of 「怎么算的」: deemed, extended, moved off a rest day, cut, and by which notices (U9). */
export function reasonWords(facts: ReasonFacts, language: Language): readonly string[] {
  const { isDeemed, extended, isCut, notices, unit } = facts
  const all = [
    isDeemed && DEEMED[language],
    extended > 0 && extendedWords(extended, unit, language),
    movedWords(facts, language),
    isCut && CUT[language],
    notices.length > 0 && noticeWords(notices, language),
  ]
  return all.filter((sentence) => typeof sentence === 'string')
}

const DEEMED = {
  zh: '逾期没答复，从收件那天起视为受理',
  en: 'Not answered in time: taken as accepted from the receipt',
} as const
const CUT = { zh: '承诺晚于法定期限，按法定期限', en: 'Cut to the earlier statutory date' } as const

function extendedWords(days: number, unit: Limit['unit'], language: Language): string {
  if (language === 'zh') return `其中批准延期 ${days} ${unit === 'day' ? '天' : '个工作日'}`
  return `An extension of ${days} ${unit === 'day' ? 'days' : 'working days'} is part of it`
}

function noticeWords(notices: readonly string[], language: Language): string {
  return language === 'zh' ? `放假调休依据：${notices.join('、')}` : `Days off by: ${notices.join(', ')}`
}

// By law the last natural day moves on when it is off, the house's own promise comes before it (C507).
function movedWords({ nominalOn, dueOn }: ReasonFacts, language: Language): string | false {
  if (nominalOn === null || nominalOn === dueOn) return false
  const from = dateWords(nominalOn, language)
  const to = dateWords(dueOn, language)
  if (language === 'en')
    return dueOn > nominalOn
      ? `${from} is a day off: moved on to ${to}`
      : `${from} is a day off: brought forward to ${to}`
  return dueOn > nominalOn ? `${from}放假，依法顺延到 ${to}` : `${from}放假，提前到 ${to}`
}

/** 「告知您的是 6月22日，现在算 6月23日」: both days, wherever they differ (C520). */
export function toldWords(toldOn: PlainDate, dueOn: PlainDate, language: Language): string {
  const told = dateWords(toldOn, language)
  const now = dateWords(dueOn, language)
  return language === 'zh' ? `原告知 ${told}，现在算 ${now}` : `Told ${told}, counted now ${now}`
}
