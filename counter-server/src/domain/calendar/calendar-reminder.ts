import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { CalendarVersion } from './calendar-version.ts'

/** Next year's calendar is not official yet: a reminder first, an error near the end of the year (C608). */
export interface MissingCalendar {
  readonly year: number
  readonly level: 'reminder' | 'error'
}

/** What is missing on a day; nothing before 1 November, because the notice comes in autumn (C608, C519). */
export function missingCalendar(
  versions: readonly CalendarVersion[],
  today: PlainDate,
): MissingCalendar | null {
  const thisYear = Number(today.slice(0, 4))
  const isOfficial = (year: number) =>
    versions.some((version) => version.year === year && version.status === 'official')
  if (!isOfficial(thisYear)) return { year: thisYear, level: 'error' }
  const year = thisYear + 1
  if (isOfficial(year) || today < `${thisYear}-11-01`) return null
  return { year, level: today < `${thisYear}-12-15` ? 'reminder' : 'error' }
}
