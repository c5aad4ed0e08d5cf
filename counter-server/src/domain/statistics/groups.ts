import { civilTime, instantOf, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import type { Dimension } from '@counter/shared/vocabulary/report'
import { percent, type Summary, summaryOf } from './summary.ts'
import type { LegTime, Visit } from './visit.ts'

/** The figures of one group: its numbers, and lengths in minutes (Q68, Q69). */
export interface GroupFigures {
  readonly key: string
  readonly issued: number
  readonly served: number
  readonly absent: number
  readonly absentShare: number | null
  readonly wait: Summary
  readonly walk: Summary
  readonly service: Summary
  readonly stay: Summary
}

interface Pile {
  readonly visits: Visit[]
  readonly legs: LegTime[]
}

/** Everything of a span in one group. */
export function wholeOf(visits: readonly Visit[], targetMinutes: number): GroupFigures {
  const legs = visits.filter(isCounted).flatMap((visit) => visit.legs)
  return figuresOf('', { visits: [...visits], legs }, targetMinutes)
}

/** The groups of a span in the order of their keys. Waits belong to the visit, services to the stay at a window. */
export function groupsOf(visits: readonly Visit[], by: Dimension, targetMinutes: number): GroupFigures[] {
  const piles = new Map<string, Pile>()
  const pileOf = (key: string) => {
    const known = piles.get(key) ?? { visits: [], legs: [] }
    piles.set(key, known)
    return known
  }
  for (const visit of visits) {
    const key = keyOf(visit, by)
    if (key !== null) pileOf(key).visits.push(visit)
    if (!isCounted(visit)) continue
    for (const leg of visit.legs) {
      const place = keyOfLeg(visit, leg, by)
      if (place !== null) pileOf(place).legs.push(leg)
    }
  }
  return [...piles]
    .map(([key, pile]) => figuresOf(key, pile, targetMinutes))
    .sort((one, other) => one.key.localeCompare(other.key, 'en', { numeric: true }))
}

/** Direct, by hand and unrecorded visits stay outside every mean (Q69). */
export function isCounted({ apart }: Visit): boolean {
  return apart === null
}

function keyOf({ ticket, window, legs, arrivedAt, day }: Visit, by: Dimension): string | null {
  switch (by) {
    case 'line':
    case 'topic':
    case 'channel':
    case 'village':
      return ticket[by]
    case 'class':
      return ticket.cls
    case 'window':
      return window === null ? null : String(window)
    case 'staff':
      return legs[0]?.staff ?? null
    case 'hour':
      return civilTime(instantOf(arrivedAt)).slice(0, 2)
    case 'weekday':
      return String(weekdayOf(day))
    case 'day':
      return day
  }
}

function keyOfLeg(visit: Visit, leg: LegTime, by: Dimension): string | null {
  switch (by) {
    case 'window':
      return String(leg.window)
    case 'staff':
      return leg.staff
    case 'topic':
      return leg.topic
    default:
      return keyOf(visit, by)
  }
}

function figuresOf(key: string, { visits, legs }: Pile, targetMinutes: number): GroupFigures {
  const counted = visits.filter(isCounted)
  const absent = visits.filter(({ ticket }) => ticket.status === 'absent').length
  return {
    key,
    issued: visits.length,
    served: visits.filter(({ ticket }) => ticket.status === 'served').length,
    absent,
    absentShare: percent(absent, visits.length),
    wait: summaryOf(
      counted.flatMap(({ waitMs }) => waitMs ?? []),
      targetMinutes,
    ),
    walk: summaryOf(legs.flatMap(({ walkMs }) => walkMs ?? [])),
    service: summaryOf(legs.flatMap(({ serviceMs }) => serviceMs ?? [])),
    stay: summaryOf(counted.flatMap(({ stayMs }) => stayMs ?? [])),
  }
}
