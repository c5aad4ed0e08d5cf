import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { afterEvent, EMPTY_DAY, type ReplayHall, type RowPart } from '../../domain/queue/replay.ts'
import { findDayEvents } from '../../store/replay.ts'
import type { Deps } from '../deps.ts'

/** The hall of a past day at one moment. */
export interface ReplayMoment {
  readonly at: Instant
  readonly hall: ReplayHall
}

/** So many events are played before the hall has its turn. */
const TURN = 50

/**
 * A day again, from its events alone: one moment for each instant at which something changed (Q59). A busy day takes
 * seconds, in which the kiosks and windows of today are answered.
 */
export async function* readReplay(
  { store }: Pick<Deps, 'store'>,
  day: PlainDate,
): AsyncGenerator<ReplayMoment> {
  const events = store.read((tx) => findDayEvents(tx, day))
  let hall = EMPTY_DAY
  for (const [place, { at, rows }] of events.entries()) {
    hall = afterEvent(hall, JSON.parse(rows) as RowPart[])
    if (events[place + 1]?.at !== at) yield { at, hall }
    if (place % TURN === TURN - 1) await new Promise(setImmediate)
  }
}
