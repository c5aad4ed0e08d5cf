import { readFileSync } from 'node:fs'

/*
 * The working days as the published notices list them, then as C519 says, without a line of the product (C504).
 */

interface Notice {
  readonly off: readonly { readonly date: string }[]
  readonly makeup: readonly { readonly date: string }[]
}

const DAY_MS = 86_400_000
const NOTICES = [2026, 2027].map(
  (year) =>
    JSON.parse(
      readFileSync(new URL(`../../shared/data/calendar-${year}.json`, import.meta.url), 'utf8'),
    ) as Notice,
)
const OFF = new Set(NOTICES.flatMap(({ off }) => off.map(({ date }) => date)))
const MAKEUP = new Set(NOTICES.flatMap(({ makeup }) => makeup.map(({ date }) => date)))
/** What is off in a year that no notice names (C519). */
const ALWAYS_OFF = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** A day some days after another. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

export function isWorkday(day: string): boolean {
  if (MAKEUP.has(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const isOff = day < '2028' ? OFF.has(day) : ALWAYS_OFF.includes(day.slice(5))
  return weekday !== 0 && weekday !== 6 && !isOff
}

/** The working day that is number `count` after a day, those that stand still left out (C502, C509). */
export function workdayAfter(
  day: string,
  count: number,
  standsStill: (day: string) => boolean = () => false,
) {
  let found = day
  for (let left = count; left > 0; ) {
    found = dayAfter(found)
    if (isWorkday(found) && !standsStill(found)) left -= 1
  }
  return found
}
