import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { isLostToday, lostEnd } from '../../domain/queue/closing.ts'
import { mayCall } from '../../domain/queue/order.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics } from '../../store/hall.ts'
import { findIntakes } from '../../store/intakes.ts'
import { findSetting } from '../../store/settings.ts'
import { findByStatus } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import { readFreeDays } from '../booking/free-bands.ts'
import type { Deps } from '../deps.ts'
import { type HallNow, readHallNow, requireWindow, todayOf } from './hall-now.ts'
import { closingToday } from './opening-hours.ts'
import type { WaitEstimator } from './wait.ts'

export interface FreePlace {
  readonly date: PlainDate
  readonly band: PlainTime
}

/** A number that today will likely not serve, with the next place its matter can be booked at (Q42). */
export interface RemainingNumber {
  readonly ticket: Ticket
  /** Null when nothing of that matter can be booked. */
  readonly next: FreePlace | null
}

type RemainingDeps = Pick<Deps, 'queue' | 'store'> & { readonly wait: WaitEstimator }

const MOST = 50

/** Those whom this window could call, or all of the hall: who waits too far back, and after closing whoever is left (Q42). */
export function readRemaining(deps: RemainingDeps, window: number | null): RemainingNumber[] {
  return deps.store.read((tx) => {
    const closesAt = closingToday(tx)
    if (closesAt === null) return []
    const isClosed = tx.at >= closesAt
    const stopped = stoppedTopics(tx)
    if (!isClosed && stopped.size === 0) return []
    const hall = readHallNow(deps, tx)
    const left = isClosed ? leftAtClosing(tx, hall) : tooFarBack(deps, tx, { hall, closesAt, stopped })
    const own = window === null ? null : requireWindow(hall, window)
    const mine = left.filter((ticket) => own === null || mayCall(own, ticket)).slice(0, MOST)
    const places = new Map<TopicKey, FreePlace | null>()
    return mine.map((ticket) => {
      const next = places.has(ticket.topic) ? (places.get(ticket.topic) ?? null) : nextPlace(tx, ticket.topic)
      places.set(ticket.topic, next)
      return { ticket, next }
    })
  })
}

function leftAtClosing(tx: Tx, { waiting, businessDate }: HallNow): readonly Ticket[] {
  return [...waiting, ...findByStatus(tx, businessDate, ['held', 'missed'])]
}

interface Evening {
  readonly hall: HallNow
  readonly closesAt: Instant
  readonly stopped: ReadonlySet<TopicKey>
}

// As long as the hall gives numbers of a matter, the last of its line is in time and so is everybody before (Q41).
function tooFarBack(
  { wait }: Pick<RemainingDeps, 'wait'>,
  tx: Tx,
  { hall, closesAt, stopped }: Evening,
): readonly Ticket[] {
  const graceMs = findSetting(tx, 'closing.grace') * 60_000
  return findTopics(tx).flatMap(({ topic, serviceMinutes: meanMinutes }) => {
    if (!stopped.has(topic)) return []
    const line = hall.waiting.filter((ticket) => ticket.topic === topic)
    return lostEnd(line, (ticket) => {
      const p80Minutes = wait.follow(tx, ticket, hall).quote?.p80 ?? null
      return isLostToday({ now: tx.at, closesAt, p80Minutes, meanMinutes }, graceMs)
    })
  })
}

function stoppedTopics(tx: Tx): ReadonlySet<TopicKey> {
  const intakes = [...findIntakes(tx, todayOf(tx))]
  return new Set(intakes.flatMap(([topic, { isStopped }]) => (isStopped ? [topic] : [])))
}

// The last window of a matter may be gone; then nothing can be offered, and the list says so.
function nextPlace(tx: Tx, topic: TopicKey): FreePlace | null {
  try {
    for (const { date, bands } of readFreeDays(tx, topic)) {
      const free = bands.find(({ room }) => room > 0)
      if (date > todayOf(tx) && free !== undefined) return { date, band: free.band }
    }
    return null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
