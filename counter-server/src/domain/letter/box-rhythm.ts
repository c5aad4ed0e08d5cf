import { addDays } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { nextWorkingDay, type WorkingCalendar, workingDayUntil } from '../calendar/working-calendar.ts'

/**
 * The day by which the opinion box is opened next: so many days after the last opening ⚙, and where the hall is closed on that
 * day the working day before, so that no letter lies longer (C1301). Null before the first opening: it is due at once.
 */
export function boxOpeningDueOn(
  calendar: WorkingCalendar,
  lastOn: PlainDate | null,
  everyDays: number,
): PlainDate | null {
  if (lastOn === null) return null
  const day = addDays(lastOn, everyDays)
  const due = workingDayUntil(calendar, day)
  // After a long holiday the working day before may be the opening itself.
  return due > lastOn ? due : day
}

/** The day on which the opinion book is read next: the working day after the last reading (C1301). Null before the first one: at once. */
export function bookReadingDueOn(calendar: WorkingCalendar, lastOn: PlainDate | null): PlainDate | null {
  return lastOn === null ? null : nextWorkingDay(calendar, lastOn)
}
