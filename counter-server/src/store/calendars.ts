import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { asc } from 'drizzle-orm'
import type { CalendarVersion, OfficeHours } from '../domain/calendar/calendar-version.ts'
import { type WorkingCalendar, workingCalendar } from '../domain/calendar/working-calendar.ts'
import { calendarDay, calendarVersion, officeHours } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** A calendar version with the moment from which it holds. */
export interface DatedCalendar {
  readonly version: CalendarVersion
  readonly appliedAt: Instant
}

/** All loaded calendars and office hours as the one value that every due date is computed with (C609). */
export function findCalendar(tx: Tx): WorkingCalendar {
  return tx.steady('calendar', () =>
    workingCalendar(
      findCalendarVersions(tx).map(({ version }) => version),
      findOfficeHours(tx),
    ),
  )
}

/** The version of the calendars a computation used, as its fingerprint keeps it (C305). */
export function calendarStamp(calendar: WorkingCalendar): string {
  return calendar.versions.map(({ year, version }) => `${year}.${version}`).join(',')
}

/** Every version that was ever published; they are immutable, so what held once can be read again (C601). */
export function findCalendarVersions(tx: Tx): DatedCalendar[] {
  const days = tx.query.select().from(calendarDay).orderBy(asc(calendarDay.date)).limit(100_000).all()
  return tx.query
    .select()
    .from(calendarVersion)
    .limit(1000)
    .all()
    .map((row) => {
      const own = days.filter((day) => day.year === row.year && day.version === row.version)
      const version: CalendarVersion = {
        year: row.year,
        version: row.version,
        status: row.status,
        horizon: row.horizon,
        source: {
          title: row.sourceTitle,
          number: row.sourceNumber,
          issuer: row.sourceIssuer,
          date: row.sourceDate,
        },
        off: own.flatMap(({ date, kind, name }) => (kind === 'makeup' ? [] : [{ date, kind, name }])),
        makeup: own.flatMap(({ date, kind, name }) => (kind === 'makeup' ? [{ date, name }] : [])),
      }
      return { version, appliedAt: row.appliedAt }
    })
}

export function findOfficeHours(tx: Tx): OfficeHours[] {
  return tx.query
    .select()
    .from(officeHours)
    .limit(1000)
    .all()
    .map(({ from, sessions }) => ({
      from: from as PlainDate,
      sessions: sessions as readonly (readonly [PlainTime, PlainTime])[],
    }))
}

/** Adds one immutable version; the file was checked before (C602). */
export function insertCalendar(tx: Tx, version: CalendarVersion): void {
  const { year, status, horizon, source, off, makeup } = version
  tx.query
    .insert(calendarVersion)
    .values({
      year,
      version: version.version,
      status,
      horizon,
      sourceTitle: source.title,
      sourceNumber: source.number,
      sourceIssuer: source.issuer,
      sourceDate: source.date,
      appliedAt: tx.at,
    })
    .run()
  const rows = [
    ...off.map(({ date, kind, name }) => ({ date, kind, name })),
    ...makeup.map(({ date, name }) => ({ date, kind: 'makeup' as const, name })),
  ]
  for (const row of rows)
    tx.query
      .insert(calendarDay)
      .values({ year, version: version.version, ...row })
      .run()
}

export function insertOfficeHours(
  tx: Tx,
  from: PlainDate,
  sessions: readonly (readonly [string, string])[],
): void {
  tx.query.insert(officeHours).values({ from, sessions }).run()
}
