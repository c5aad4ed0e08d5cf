import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'

/** One day on which the office is closed by notice or statute; `statutory` is a day of the holiday itself. */
export interface DayOff {
  readonly date: PlainDate
  readonly name: string
  readonly kind: 'statutory' | 'arranged'
}

/** A weekend day that is a full working day (调休上班). */
export interface MakeupDay {
  readonly date: PlainDate
  readonly name: string
}

/** Where a calendar comes from; an official one has the number and date of its notice (C602). */
export interface CalendarSource {
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly date: string
}

/** One immutable version of one year's calendar (C601). Its days may reach into December of the year before (C606). */
export interface CalendarVersion {
  readonly year: number
  readonly version: number
  readonly status: 'official' | 'provisional'
  readonly source: CalendarSource
  readonly horizon: PlainDate | null
  readonly off: readonly DayOff[]
  readonly makeup: readonly MakeupDay[]
}

/** One stretch of opening, opening and closing time. */
export type Session = readonly [PlainTime, PlainTime]

/** The office hours from a day on, sessions in order of the day (C609). */
export interface OfficeHours {
  readonly from: PlainDate
  readonly sessions: readonly Session[]
}
