import type { TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import {
  type Estimate,
  estimateWait,
  isSayable,
  type Place,
  type Quote,
  quoteAtEnd,
  rolledWith,
  rollForComer,
  sharingWindows,
  shownWait,
} from '../../domain/queue/estimate.ts'
import { type HallAlarm, hallAlarm } from '../../domain/queue/hall-alarm.ts'
import { mayCall } from '../../domain/queue/order.ts'
import type { Outlook } from '../../domain/queue/outlook.ts'
import type { Rolled } from '../../domain/queue/roll-forward.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { findTopic, findTopics } from '../../store/hall.ts'
import { streamSeq } from '../../store/streams.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type HallNow, readHallNow } from './hall-now.ts'
import { type Learnt, learnOutlook } from './learn.ts'

/** What was learnt of weeks is read again each minute, not at each ticket (Q65). */
const LEARNT_MS = 60_000
/** The hall behind a quote is at most this old (Q65). */
const FRESH_MS = 1_000
/** Beyond this many people more draws tell nothing and would hold up the hall (Q65). */
const FULL_DRAWS_UP_TO = 30
const FEWEST_DRAWS = 50
const RANGE_MS = 15_000
const ALARM_MS = 60_000
const MOST_KEPT = 2_000
const NOTHING: Outlook = {
  byTopic: new Map(),
  observedInLine: -1,
  missShare: 0,
  returnShare: 0,
  paceSpread: 0,
  walkMinutes: 0,
  turnMinutes: 0,
  priority: [],
  sessions: [],
}

/** Somebody who is about to take a number. */
export interface Comer {
  readonly id: TicketId
  readonly topic: TopicKey
  readonly cls: Exclude<TicketClass, 'appointment'>
  readonly weight: number
}

/** A quote made before the number exists; null when only the people ahead can be told (Q65). */
export type Quoted = (ahead: number) => Quote | null

export interface WaitEstimator {
  estimate(tx: Tx, ticket: Ticket, hall: HallNow): Estimate
  /** The same for a page that follows its ticket: people ahead at once, the range anew each 15 s (Q65, K-1). */
  follow(tx: Tx, ticket: Ticket, hall: HallNow): Estimate
  /** The wait of whoever took a number now; nobody joins the line by being asked about. */
  atEnd(tx: Tx, comer: Comer): Quote | null
  /** Whether the hall is too full, looked at once a minute (Q43). */
  alarm(tx: Tx): HallAlarm | null
  /** Before the transaction that gives out a number, and never in its way: a fault costs the quote alone (Q65). */
  quoteComer(comer: Comer): Quoted
}

interface KeptLine {
  readonly atMs: number
  readonly seq: number
  readonly hall: HallNow
  readonly rolled: Rolled
  /** Numbers quoted from this rolling, each of which moves the hall's stream by one. */
  readonly joined: number
}

/** Estimates waits. Numbers taken within a second are quoted from one rolling of the line (Q60 to Q65). */
export function createWaitEstimator(
  deps: Pick<Deps, 'store' | 'queue'>,
  onFault: (error: unknown) => void,
): WaitEstimator {
  let learnt: { readonly atMs: number; readonly outlook: Learnt } | null = null
  const lines = new Map<Comer['cls'], KeptLine>()
  let alarm: { readonly atMs: number; readonly found: HallAlarm | null } | null = null
  const ranges = new Map<string, { readonly atMs: number; readonly quote: Estimate['quote'] }>()

  function outlookFor(tx: Tx, line: Ticket['line']): Outlook {
    const nowMs = toMs(tx.at)
    if (learnt === null || nowMs - learnt.atMs > LEARNT_MS || nowMs < learnt.atMs)
      learnt = { atMs: nowMs, outlook: learnOutlook(tx) }
    return { ...learnt.outlook, observedInLine: learnt.outlook.observedIn.get(line) ?? 0 }
  }

  function estimate(tx: Tx, ticket: Ticket, hall: HallNow): Estimate {
    return estimateWait(ticket, withDraws(hall), outlookFor(tx, ticket.line))
  }

  // What others than the quoted numbers changed in the hall makes the rolling old at once.
  function lineNow(tx: Tx, { cls, id }: Comer, outlook: Outlook): KeptLine {
    const atMs = toMs(tx.at)
    const seq = streamSeq(tx, 'hall')
    const kept = lines.get(cls)
    if (kept !== undefined && Math.abs(atMs - kept.atMs) <= FRESH_MS && seq <= kept.seq + kept.joined)
      return kept
    const hall = withDraws(readHallNow(deps, tx))
    const made = { atMs, seq, hall, rolled: rollForComer(cls, { hall, outlook, seed: id }), joined: 0 }
    lines.set(cls, made)
    return made
  }

  function placed(tx: Tx, comer: Comer) {
    const line = findTopic(tx, comer.topic)?.line
    if (line === undefined) return null
    const outlook = outlookFor(tx, line)
    if (outlook.observedInLine < deps.queue(tx).minObservations) return null
    const kept = lineNow(tx, comer, outlook)
    const place = placeOf(tx, comer)
    return isSayable(place, kept.hall, outlook) ? { kept, place } : null
  }

  // A priority number stands before the ordinary ones of the last minutes, and the end of their line moves all the same.
  function join(comer: Comer, place: Place): void {
    for (const [cls, kept] of lines) {
      const isInFront = cls === 'ordinary' || comer.cls === 'priority'
      lines.set(cls, {
        ...kept,
        joined: kept.joined + 1,
        rolled: isInFront ? rolledWith(kept.rolled, place, kept.hall) : kept.rolled,
      })
    }
  }

  return {
    estimate,
    // Fifty phones in the hall must not roll the queue fifty times at each press of a window.
    follow(tx, ticket, hall) {
      const atMs = toMs(tx.at)
      const { ahead } = estimateWait(ticket, hall, NOTHING)
      const kept = ranges.get(ticket.id)
      if (kept !== undefined && ahead > 0 && Math.abs(atMs - kept.atMs) < RANGE_MS)
        return { ahead, quote: kept.quote }
      const { quote } = estimate(tx, ticket, hall)
      if (ranges.size >= MOST_KEPT) ranges.clear()
      ranges.set(ticket.id, { atMs, quote })
      return { ahead, quote }
    },
    atEnd(tx, comer) {
      const found = placed(tx, comer)
      if (found === null) return null
      const { kept, place } = found
      return quoteAtEnd(kept.rolled, place, kept.hall, kept.joined + countSharing(place, kept.hall))
    },
    alarm(tx) {
      const atMs = toMs(tx.at)
      if (alarm !== null && Math.abs(atMs - alarm.atMs) < ALARM_MS) return alarm.found
      // Of a line without enough visits nothing honest can be said, and another one is told all the same (Q62).
      const { minObservations } = deps.queue(tx)
      const tellable = findTopics(tx).filter(
        ({ line }) => outlookFor(tx, line).observedInLine >= minObservations,
      )
      const outlook = outlookFor(tx, tellable[0]?.line ?? ('' as Ticket['line']))
      const names = tellable.map(({ topic }) => topic)
      alarm = { atMs, found: hallAlarm(withDraws(readHallNow(deps, tx)), outlook, names) }
      return alarm.found
    },
    quoteComer(comer) {
      try {
        return deps.store.read((tx): Quoted => {
          const found = placed(tx, comer)
          if (found === null) return () => null
          const { kept, place } = found
          const quote = quoteAtEnd(kept.rolled, place, kept.hall, 0)
          join(comer, place)
          return (ahead) => quote && told(quote, ahead)
        })
      } catch (error) {
        // The number is worth more than the minutes that go with it, so the people ahead are all it says (Q65).
        onFault(error)
        return () => null
      }
    },
  }
}

// Whoever came in between is counted by the transaction, so nobody is told that he is next when he is not.
function told(quote: Quote, ahead: number): Quote {
  return ahead > 0 && quote.shown.kind === 'now'
    ? { ...quote, shown: shownWait(quote.p50, quote.p80, false) }
    : quote
}

function placeOf(tx: Tx, { topic, weight }: Comer): Place {
  return { topic, weight, directedWindow: null, baseTime: toMs(tx.at), protectedAt: null }
}

function countSharing(place: Place, hall: HallNow): number {
  const sharing = sharingWindows(place, hall)
  return hall.waiting.filter((ticket) => sharing.some((window) => mayCall(window, ticket))).length
}

function withDraws(hall: HallNow): HallNow {
  const many = Math.max(1, hall.waiting.length / FULL_DRAWS_UP_TO)
  const estimateDraws = Math.max(FEWEST_DRAWS, Math.round(hall.settings.estimateDraws / many))
  return { ...hall, settings: { ...hall.settings, estimateDraws } }
}
