import { addDays } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type WorkingCalendar, workingDayUntil } from '../calendar/working-calendar.ts'

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
