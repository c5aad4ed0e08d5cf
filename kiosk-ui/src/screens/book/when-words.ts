import { dateWords, timeWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import type { Language } from '../../text/text.ts'

/** 6月15日（周一）, Mon 15 Jun. */
export function dayOf(date: string, language: Language): string {
  return dateWords(date as PlainDate, language === 'en' ? 'en' : 'zh')
}

/** 6月15日（周一）9:30. */
export function whenWords({ date, band }: { date: string; band: string }, language: Language): string {
  return `${dayOf(date, language)} ${timeWords(band as PlainTime)}`
}
