import type { Instant, PlainDate, PlainTime } from './time.ts'

/** China has one zone and no summer time, so the offset is a constant and never the process zone (Q3, C522). */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Milliseconds since 1970 of an instant. */
export function toMs(instant: Instant): number {
  return Date.parse(instant)
}

/** The instant of a count of milliseconds since 1970. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

/** The civil day of an instant at +08:00 (Q3); the next one from 16:00 UTC on. */
export function civilDate(instant: Instant): PlainDate {
  const day = instant.slice(0, 10) as PlainDate
  return instant.slice(11, 13) < '16' ? day : addDays(day, 1)
}

/** The civil time of day of an instant at +08:00, `HH:MM`. */
export function civilTime(instant: Instant): PlainTime {
  return new Date(toMs(instant) + OFFSET_MS).toISOString().slice(11, 16) as PlainTime
}

/** The civil time to the second, `10:32:08`. */
export function secondWords(instant: Instant): string {
  return new Date(toMs(instant) + OFFSET_MS).toISOString().slice(11, 19)
}

/** The instant of a civil day and time at +08:00. */
export function instantAt(date: PlainDate, time: PlainTime): Instant {
  const minutes = minutesOf(time) - OFFSET_MS / 60_000
  // Put together as text: every due date and light of thousands of cases is made here.
  const day = minutes < 0 ? addDays(date, -1) : date
  const inDay = minutes < 0 ? minutes + 24 * 60 : minutes
  return `${day}T${twoDigits(Math.floor(inDay / 60))}:${twoDigits(inDay % 60)}:00.000Z` as Instant
}

/** The day `days` after (or, negative, before) a civil day. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dayText(dayNumber(date) + days)
}

// A house asks for a few thousand days in all, and for each of them again and again.
const texts = new Map<number, PlainDate>()

function dayText(day: number): PlainDate {
  const known = texts.get(day)
  if (known !== undefined) return known
  const made = new Date(day * DAY_MS).toISOString().slice(0, 10) as PlainDate
  if (texts.size < MOST_TEXTS) texts.set(day, made)
  return made
}

const MOST_TEXTS = 50_000

/** The same day of the month `months` later, or the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const last = addDays(firstOfMonth(count + 1), -1)
  return earlierOf(`${firstOfMonth(count).slice(0, 8)}${date.slice(8)}` as PlainDate, last)
}

function firstOfMonth(count: number): PlainDate {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01` as PlainDate
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? b : a
}

/** The earlier of two days. */
export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: PlainDate): number {
  return (dayNumber(date) + 4) % 7
}

/** True when the text is a real day of the calendar. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

/** Minutes since midnight of a time of day. */
export function minutesOf(time: PlainTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

// A plain date has no zone, so its arithmetic is done in UTC, where no day is 23 hours long.
function dayNumber(date: PlainDate): number {
  return Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / DAY_MS
}

const ZERO = '0'.charCodeAt(0)

// The clocks of thousands of cases are counted in these, so no part of the text is cut out for it.
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let place = from; place < to; place += 1) value = value * 10 + text.charCodeAt(place) - ZERO
  return value
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
