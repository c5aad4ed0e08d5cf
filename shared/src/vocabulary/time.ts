import type { Branded } from './brand.ts'

/** A moment, ISO 8601 in UTC with milliseconds. Compares correctly as plain text. */
export type Instant = Branded<'Instant'>

/** A calendar day in the hall's own zone (fixed +08:00), `YYYY-MM-DD`. Never pass one to `new Date()`. */
export type PlainDate = Branded<'PlainDate'>

/** A time of day in the hall's own zone, `HH:MM`. */
export type PlainTime = Branded<'PlainTime'>
