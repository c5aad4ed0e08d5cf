import { dateWords, type Language } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** A day with its year: versions of an item are years apart. */
export function fullDay(day: PlainDate, language: Language): string {
  return `${day.slice(0, 4)} · ${dateWords(day, language)}`
}
