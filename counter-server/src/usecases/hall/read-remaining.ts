import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { isLostToday } from '../../domain/queue/closing.ts'
import { mayCall } from '../../domain/queue/order.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics } from '../../store/hall.ts'
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
    const hall = readHallNow(deps, tx)
    const left = tx.at >= closesAt ? leftAtClosing(tx, hall) : tooFarBack(deps, tx, { hall, closesAt })
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
}

// Waits grow towards the end of a line, so the first who is too late is found by halves and not one by one.
function tooFarBack(
  { wait }: Pick<RemainingDeps, 'wait'>,
  tx: Tx,
  { hall, closesAt }: Evening,
): readonly Ticket[] {
  const graceMs = findSetting(tx, 'closing.grace') * 60_000
  return findTopics(tx).flatMap(({ topic, serviceMinutes: meanMinutes }) => {
    const line = hall.waiting.filter((ticket) => ticket.topic === topic)
    const isLost = (ticket: Ticket) => {
      const p80Minutes = wait.follow(tx, ticket, hall).quote?.p80 ?? null
      return isLostToday({ now: tx.at, closesAt, p80Minutes, meanMinutes }, graceMs)
    }
    const last = line.at(-1)
    if (last === undefined || !isLost(last)) return []
    let from = 0
    let lost = line.length - 1
    while (from < lost) {
      const middle = Math.floor((from + lost) / 2)
      const ticket = line[middle]
      if (ticket !== undefined && isLost(ticket)) lost = middle
      else from = middle + 1
    }
    return line.slice(lost)
  })
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
