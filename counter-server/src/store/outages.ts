import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { findMeta, saveMeta } from './settings.ts'
import type { Tx } from './tx.ts'

/** A time without a tick, from the last one before to the first after a start, and when that one was done (C521). */
export interface Outage {
  readonly from: Instant
  readonly to: Instant
  readonly doneAt: Instant
}

const TICKED = 'clock.ticked'
const OUTAGES = 'clock.outages'
/** As many of a day as anybody wants to read of. */
const KEPT = 20
/** A restart that takes less is no time in which the hall was off. */
const SHORTEST_MS = 5 * 60_000

/** When the clocks were last looked at, over starts. */
export function findLastTick(tx: Tx): Instant | null {
  return (findMeta(tx, TICKED) ?? null) as Instant | null
}

/** Notes that the clocks are looked at now, and answers when they were before. */
export function noteTick(tx: Tx): { readonly before: Instant | null; readonly at: Instant } {
  const before = findLastTick(tx)
  saveMeta(tx, TICKED, tx.at)
  return { before, at: tx.at }
}

/** Keeps what the first tick after a start has caught up with, unless the server was hardly off. */
export function noteOutage(tx: Tx, { from, to }: Pick<Outage, 'from' | 'to'>): void {
  if (toMs(to) - toMs(from) < SHORTEST_MS) return
  const kept = [...readOutages(tx), { from, to, doneAt: tx.at }].slice(-KEPT)
  saveMeta(tx, OUTAGES, JSON.stringify(kept))
}

/** The outages that ended since a moment. */
export function findOutages(tx: Tx, since: Instant): Outage[] {
  return readOutages(tx).filter(({ to }) => to >= since)
}

function readOutages(tx: Tx): Outage[] {
  return JSON.parse(findMeta(tx, OUTAGES) ?? '[]') as Outage[]
}
