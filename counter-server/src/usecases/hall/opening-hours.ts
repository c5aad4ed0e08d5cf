import { civilDate, civilTime, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { isWorkingDay, sessionsOn } from '../../domain/calendar/working-calendar.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

/** Whether numbers are given out now: from the first opening to the last closing of a working day (Q42). */
export function isHallOpen(tx: Tx): boolean {
  return isAlwaysOpen(tx) || isWithinHours(tx)
}

/** The same by the office hours alone, in the sample township too. */
export function isWithinHours(tx: Tx): boolean {
  const calendar = findCalendar(tx)
  const today = civilDate(tx.at)
  if (!isWorkingDay(calendar, today)) return false
  const sessions = sessionsOn(calendar, today)
  const time = civilTime(tx.at)
  return time >= (sessions[0]?.[0] ?? '24:00') && time < (sessions.at(-1)?.[1] ?? '00:00')
}

/** Whether numbers are given out today at all. */
export function isOpenDay(tx: Tx): boolean {
  return isAlwaysOpen(tx) || isWorkingDay(findCalendar(tx), civilDate(tx.at))
}

/** On in the sample township alone, so that it can be tried at any hour (N10). */
export function isAlwaysOpen(tx: Tx): boolean {
  return findSetting(tx, 'hall.alwaysOpen')
}

/** The last closing of today; null on a day off, and in the sample township, where nothing is ever too late (N10, Q41). */
export function closingToday(tx: Tx): Instant | null {
  if (isAlwaysOpen(tx)) return null
  const today = civilDate(tx.at)
  const calendar = findCalendar(tx)
  const last = isWorkingDay(calendar, today) ? sessionsOn(calendar, today).at(-1) : undefined
  return last === undefined ? null : instantAt(today, last[1])
}
