import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { workingDaysBetween } from '../../domain/calendar/working-calendar.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findSetting } from '../../store/settings.ts'
import { waitingSince } from '../../store/village-arrivals.ts'
import type { Sent } from './register-case.ts'

/** True when the predecessor of a command has not come for so many working days ⚙ that a person must look at it (V52). */
export function waitsInVain({ tx, header }: Pick<Sent, 'tx' | 'header'>): boolean {
  const since = civilDate(waitingSince(tx, header.id))
  const waited = workingDaysBetween(findCalendar(tx), since, civilDate(tx.at))
  return waited > findSetting(tx, 'village.predecessorDays')
}
