import type { SegmentReason } from './case.ts'
import type { Segment } from './clock.ts'
import { dayWords, type Language, weekdayWord } from './date-words.ts'
import { PAUSE_WORDS } from './due-words.ts'
import type { HoldReason } from './hold-reason.ts'
import { daysBetween } from './plain-date.ts'

/** The part of a segment that its words need; the phone page has no more than this. */
export type ExplainedRun = Pick<Segment, 'from' | 'to' | 'reason' | 'name' | 'counted'>

const REASONS = {
  start: { zh: '当天', en: 'the day it began' },
  counted: { zh: '', en: '' },
  extended: { zh: '延期', en: 'extension' },
  makeup: { zh: '调休上班', en: 'make-up working day' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '放假', en: 'holiday' },
  paused: { zh: '计时暂停', en: 'clock paused' },
  unpublished: { zh: '放假安排未公布', en: 'holiday notice not yet published' },
} as const satisfies Record<SegmentReason, Record<Language, string>>

/** 「10月10日（周六，调休上班）计 1 天」, 「6月19日（周五，端午节放假）不计」: one run of 「怎么算的」 in words (U9). */
export function segmentWords(run: ExplainedRun, language: Language): string {
  const why = reasonWords(run, language)
  const days =
    daysBetween(run.from, run.to) === 0 ? oneDay(run, why, language) : severalDays(run, why, language)
  return language === 'zh' ? `${days}${countWords(run, 'zh')}` : `${days} ${countWords(run, 'en')}`
}

function oneDay(run: ExplainedRun, why: string, language: Language): string {
  const weekday = weekdayWord(run.from, language)
  const inside = [weekday, why].filter((part) => part !== '')
  if (language === 'zh') return `${dayWords(run.from, 'zh')}（${inside.join('，')}）`
  return `${dayWords(run.from, 'en')} (${inside.join(', ')})`
}

function severalDays(run: ExplainedRun, why: string, language: Language): string {
  const from = dayWords(run.from, language)
  const to = dayWords(run.to, language)
  if (language === 'zh') return `${from}至${to}${why === '' ? '' : `（${why}）`}`
  return `${from} to ${to}${why === '' ? '' : ` (${why})`}`
}

// What stands still says for what: 计时暂停，公示 (C511). A calendar names its make-up days after the holiday (国庆节调休上班); the day itself is explained by the bare word.
function reasonWords({ reason, name }: ExplainedRun, language: Language): string {
  if (reason === 'holiday' && name !== null && language === 'zh') return `${name}放假`
  if (reason === 'paused' && isHoldReason(name))
    return REASONS.paused[language] + (language === 'zh' ? '，' : ', ') + PAUSE_WORDS[name][language]
  return REASONS[reason][language]
}

function isHoldReason(name: string | null): name is HoldReason {
  return name !== null && name in PAUSE_WORDS
}

function countWords({ reason, counted }: ExplainedRun, language: Language): string {
  if (counted > 0) return language === 'zh' ? `计 ${counted} 天` : `counts ${counted}`
  if (reason === 'start') return language === 'zh' ? '从第二天起算' : 'counted from the next day'
  return language === 'zh' ? '不计' : 'not counted'
}
