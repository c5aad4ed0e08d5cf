import { readFileSync } from 'node:fs'
import { parseCalendarFile } from '../../counter-server/src/domain/calendar/calendar-file.ts'
import type { OfficeHours } from '../../counter-server/src/domain/calendar/calendar-version.ts'
import {
  type WorkingCalendar,
  workingCalendar,
} from '../../counter-server/src/domain/calendar/working-calendar.ts'

const DATA = new URL('../../shared/data/', import.meta.url)

/** The product's own calendars and office hours, as the sample township is seeded with them (N14). */
export function productCalendar(): WorkingCalendar {
  const township = JSON.parse(read('township.json')) as {
    readonly calendars: readonly string[]
    readonly officeHours: readonly OfficeHours[]
  }
  return workingCalendar(
    township.calendars.map((name) => parseCalendarFile(read(name))),
    township.officeHours,
  )
}

function read(name: string): string {
  return readFileSync(new URL(name, DATA), 'utf8')
}
