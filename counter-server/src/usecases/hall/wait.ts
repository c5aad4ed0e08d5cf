import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { type Estimate, estimateWait, type KnownTimes } from '../../domain/queue/estimate.ts'
import type { TopicTimes } from '../../domain/queue/service-time.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { findTopics } from '../../store/hall.ts'
import { findServiceMinutes } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { HallNow } from './hall-now.ts'

const SIXTY_WORKDAYS_MS = 84 * 86_400_000
const FRESH_MS = 60_000
/** Beyond this many people more draws tell nothing and would hold up the hall (Q65). */
const FULL_DRAWS_UP_TO = 30
const RANGE_MS = 15_000
const MOST_KEPT = 2_000
const PEOPLE_ONLY: KnownTimes = { byTopic: new Map(), observedInLine: -1 }

/** Estimates waits; what was learnt of service times is read again each minute, not at each ticket (Q65). */
export interface WaitEstimator {
  estimate(tx: Tx, ticket: Ticket, hall: HallNow): Estimate
  /** The same for a page that follows its ticket: people ahead at once, the range anew each 15 s (Q65, K-1). */
  follow(tx: Tx, ticket: Ticket, hall: HallNow): Estimate
}

export function createWaitEstimator(): WaitEstimator {
  let known: { atMs: number; byTopic: Map<TopicKey, TopicTimes>; inLine: Map<string, number> } | null = null

  const ranges = new Map<string, { readonly atMs: number; readonly quote: Estimate['quote'] }>()

  function timesNow(tx: Tx, line: string): KnownTimes {
    const nowMs = toMs(tx.at)
    if (known === null || nowMs - known.atMs > FRESH_MS || nowMs < known.atMs)
      known = { atMs: nowMs, ...readTimes(tx, nowMs) }
    return { byTopic: known.byTopic, observedInLine: known.inLine.get(line) ?? 0 }
  }

  function estimate(tx: Tx, ticket: Ticket, hall: HallNow): Estimate {
    const many = Math.max(1, hall.waiting.length / FULL_DRAWS_UP_TO)
    const estimateDraws = Math.max(30, Math.round(hall.settings.estimateDraws / many))
    return estimateWait(
      ticket,
      { ...hall, settings: { ...hall.settings, estimateDraws } },
      timesNow(tx, ticket.line),
    )
  }

  return {
    estimate,
    // Fifty phones in the hall must not roll the queue fifty times at each press of a window.
    follow(tx, ticket, hall) {
      const atMs = toMs(tx.at)
      const { ahead } = estimateWait(ticket, hall, PEOPLE_ONLY)
      const kept = ranges.get(ticket.id)
      if (kept !== undefined && ahead > 0 && Math.abs(atMs - kept.atMs) < RANGE_MS)
        return { ahead, quote: kept.quote }
      const { quote } = estimate(tx, ticket, hall)
      if (ranges.size >= MOST_KEPT) ranges.clear()
      ranges.set(ticket.id, { atMs, quote })
      return { ahead, quote }
    },
  }
}

function readTimes(
  tx: Tx,
  nowMs: number,
): { byTopic: Map<TopicKey, TopicTimes>; inLine: Map<string, number> } {
  const since = instantOf(nowMs - SIXTY_WORKDAYS_MS)
  const byTopic = new Map<TopicKey, TopicTimes>()
  const inLine = new Map<string, number>()
  for (const { topic, line, serviceMinutes } of findTopics(tx)) {
    const observed = findServiceMinutes(tx, topic, since)
    byTopic.set(topic, { configuredMean: serviceMinutes, observed })
    inLine.set(line, (inLine.get(line) ?? 0) + observed.length)
  }
  return { byTopic, inLine }
}
