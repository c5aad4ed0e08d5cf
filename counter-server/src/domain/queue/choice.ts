import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import { Refusal } from '../refusal.ts'
import { requireReason } from './act.ts'
import type { HallWindow } from './hall-window.ts'
import { byCallOrder, type Candidate, candidatesFor, type Hall, type Tier, waitsFrom } from './order.ts'
import { overtake } from './overtaking.ts'
import type { Ticket } from './ticket.ts'

/** The keys by which two tickets are compared in 「为什么叫这个号」 (Q19); times in ms. */
export interface KeyLine {
  readonly ticketId: TicketId
  readonly number: string
  readonly cls: TicketClass
  readonly baseTime: number
  readonly delayMs: number
  readonly callKey: number
  readonly issueOrder: number
}

/** Why this one: kept with the call for good (Q19). */
export interface Explanation {
  readonly kind: 'next' | 'pick'
  readonly tier: Tier
  readonly chosen: KeyLine
  readonly passed: readonly KeyLine[]
  /** Who comes next by the rule, so that the screen can compare two keys. */
  readonly runnerUp: KeyLine | null
  readonly reason: string | null
}

export interface Choice {
  readonly ticket: Ticket
  readonly explanation: Explanation
  /** The tickets passed, with their raised counts and, at the bound, their new keys (Q17). */
  readonly overtaken: readonly Ticket[]
}

/** The ticket a window calls next: first of tier 1, else of tier 2; `queue.empty` when it has none (Q15). */
export function chooseNext(window: HallWindow, hall: Hall): Choice {
  const candidates = candidatesFor(window, hall)
  const first = candidates[0]
  if (first === undefined) throw new Refusal('queue.empty')
  const passed = candidates.filter(({ ticket }) => isEarlierArrival(ticket, first.ticket))
  return choiceOf(first, candidates, passed, { kind: 'next', reason: null, hall })
}

/**
 * A ticket called out of order; needs a reason and counts for everyone it passes (Q18). Refuses `reason.required`, and
 * `ticket.not_served_here` when the window may not call it.
 */
export function choosePicked(window: HallWindow, id: TicketId, reason: string, hall: Hall): Choice {
  const why = requireReason(reason)
  const candidates = candidatesFor(window, hall)
  const picked = candidates.find(({ ticket }) => ticket.id === id)
  if (picked === undefined) throw new Refusal('ticket.not_served_here')
  const place = candidates.indexOf(picked)
  const passed = candidates.filter(
    ({ ticket }, index) => index < place || isEarlierArrival(ticket, picked.ticket),
  )
  return choiceOf(picked, candidates, passed, { kind: 'pick', reason: why, hall })
}

/** The keys of a ticket as the explanation lists them. */
export function keyLine(ticket: Ticket): KeyLine {
  const { id, number, cls, baseTime, callKey, issueOrder } = ticket
  return { ticketId: id, number, cls, baseTime, delayMs: callKey - baseTime, callKey, issueOrder }
}

function choiceOf(
  chosen: Candidate,
  candidates: readonly Candidate[],
  passed: readonly Candidate[],
  { kind, reason, hall }: { kind: 'next' | 'pick'; reason: string | null; hall: Hall },
): Choice {
  const passedTickets = passed.map(({ ticket }) => ticket).sort(byCallOrder)
  const runnerUp = candidates.find((each) => each !== chosen)
  return {
    ticket: chosen.ticket,
    overtaken: passedTickets.map((ticket) => overtake(ticket, hall.now, hall.settings)),
    explanation: {
      kind,
      reason,
      tier: chosen.tier,
      chosen: keyLine(chosen.ticket),
      passed: passedTickets.map(keyLine),
      runnerUp: runnerUp === undefined ? null : keyLine(runnerUp.ticket),
    },
  }
}

function isEarlierArrival(ticket: Ticket, called: Ticket): boolean {
  return waitsFrom(ticket) < waitsFrom(called) && ticket.issueOrder < called.issueOrder
}
