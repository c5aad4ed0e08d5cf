import { isBelievable, minutes } from './summary.ts'
import type { Visit } from './visit.ts'

/** A length that cannot be: negative or above twelve hours. It is in no mean and has to be looked at (Q69). */
export interface TimeFault {
  readonly day: string
  readonly number: string
  readonly what: 'wait' | 'walk' | 'service' | 'stay'
  readonly minutes: number
}

const MOST = 100

/** The unbelievable lengths of a span, at most a hundred. */
export function faultsOf(visits: readonly Visit[]): TimeFault[] {
  return visits.flatMap(faultsOfVisit).slice(0, MOST)
}

function faultsOfVisit({ day, ticket, waitMs, stayMs, legs }: Visit): TimeFault[] {
  const lengths = [
    ['wait', waitMs],
    ...legs.flatMap(({ walkMs, serviceMs }) => [['walk', walkMs] as const, ['service', serviceMs] as const]),
    ['stay', stayMs],
  ] as const
  return lengths.flatMap(([what, ms]) =>
    ms === null || isBelievable(ms) ? [] : [{ day, number: ticket.number, what, minutes: minutes(ms) }],
  )
}
