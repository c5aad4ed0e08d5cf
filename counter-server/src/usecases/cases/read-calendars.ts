import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type MissingCalendar, missingCalendar } from '../../domain/calendar/calendar-reminder.ts'
import type { CalendarVersion } from '../../domain/calendar/calendar-version.ts'
import { workingCalendar, workingDaysOfYear } from '../../domain/calendar/working-calendar.ts'
import { findCalendar, findCalendarVersions } from '../../store/calendars.ts'
import { findChanges } from '../../store/clock-changes.ts'
import { type ClockDoubt, findClockDoubt } from '../../store/clock-doubt.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type ChangeFacts, changeFacts } from './change-facts.ts'

/** A version of a year with the sum of its working days. */
export interface CalendarFacts {
  readonly version: CalendarVersion
  readonly appliedAt: Instant | null
  readonly workdays: number
}

/** What A-5 shows. */
export interface CalendarsFacts {
  readonly inForce: readonly CalendarFacts[]
  readonly changes: readonly (ChangeFacts & { readonly calendar: CalendarFacts | null })[]
  readonly missing: MissingCalendar | null
  readonly doubt: ClockDoubt | null
}

const SHOWN_CHANGES = 30

/** The versions in force by year, the changes newest first, and what is missing for next year (A-5, C608). */
export function readCalendars({ store }: Pick<Deps, 'store'>): CalendarsFacts {
  return store.read((tx) => {
    const calendar = findCalendar(tx)
    const dated = findCalendarVersions(tx)
    const appliedAt = ({ year, version }: CalendarVersion) =>
      dated.find((each) => each.version.year === year && each.version.version === version)?.appliedAt ?? null
    return {
      inForce: calendar.versions.map((version) => ({
        version,
        appliedAt: appliedAt(version),
        workdays: workingDaysOfYear(calendar, version.year),
      })),
      changes: findChanges(tx, SHOWN_CHANGES).map((row) => withCalendar(tx, changeFacts(tx, row))),
      missing: readMissingCalendar(tx),
      doubt: findClockDoubt(tx),
    }
  })
}

/** One change with its calendar counted as it would stand among the others. */
export function withCalendar(tx: Tx, facts: ChangeFacts): CalendarsFacts['changes'][number] {
  const { content, settledAt, state } = facts.row
  if (content.kind === 'setting') return { ...facts, calendar: null }
  const { versions, officeHours } = findCalendar(tx)
  const version = content.calendar
  const workdays = workingDaysOfYear(workingCalendar([...versions, version], officeHours), version.year)
  return { ...facts, calendar: { version, appliedAt: state === 'withdrawn' ? null : settledAt, workdays } }
}

/** Next year's official calendar, when it is missing and time is short (C608). */
export function readMissingCalendar(tx: Tx): MissingCalendar | null {
  return missingCalendar(findCalendar(tx).versions, civilDate(tx.at))
}
