import type { StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import { callTicket } from '../../domain/queue/calling.ts'
import { type Choice, chooseNext, choosePicked } from '../../domain/queue/choice.ts'
import { requireFree, requireOnDuty } from '../../domain/queue/hall-window.ts'
import { statusAfter } from '../../domain/queue/lifecycle.ts'
import { hasBecomeProtected } from '../../domain/queue/overtaking.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findWindows, type NamedWindow } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { insertLeg, saveTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { announce } from './announce.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { finishVisit } from './finish-visit.ts'
import { type HallNow, readHallNow, requireWindow, todayOf } from './hall-now.ts'
import { requireToday } from './require-ticket.ts'
import { saveDecision } from './save-decision.ts'
import type { VisitFinish } from './ticket-act.ts'

export interface CallNext {
  readonly origin: Origin
  readonly staff: StaffId
  readonly window: number
  /** Finishes the ticket being served in the same command (Q33). */
  readonly finish: VisitFinish | null
}

/** A clerk asks for the next person: read, decide, write, announce, in one transaction (Q16). */
export function callNextTicket(deps: Deps, command: CallNext): Promise<DeskResult> {
  const { origin, staff, window, finish } = command
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'window.next', subject: String(window), content: { window, finish } }, () => {
      const { occupant, ...rest } = requireWindow({ windows: findWindows(tx, todayOf(tx)) }, window)
      requireOnDuty({ ...rest, occupant }, staff)
      if (finish !== null) {
        if (occupant === null) throw new Refusal('window.nobody', { w: window })
        finishVisit(tx, { origin, ticket: occupant, window, ...finish })
      }
      return nextOrEmpty(deps, tx, command)
    }),
  )
}

// With a finish in the same command an empty queue is no refusal, or the finish would be undone (Q33).
function nextOrEmpty(deps: Deps, tx: Tx, { origin, window, finish }: CallNext): DeskResult {
  try {
    return deskResult(tx, callOne(tx, origin, readHallNow(deps, tx), window), window)
  } catch (error) {
    if (finish !== null && error instanceof Refusal && error.code === 'queue.empty')
      return deskResult(tx, null, window, true)
    throw error
  }
}

export interface PickTicket {
  readonly origin: Origin
  readonly staff: StaffId
  readonly window: number
  readonly ticket: TicketId
  readonly reason: string
}

/** A clerk calls one number out of order, and says why (Q18). */
export function pickTicket(deps: Deps, command: PickTicket): Promise<DeskResult> {
  const { origin, staff, window, ticket: id, reason } = command
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: 'window.pick', subject: String(window), content: { window, id, reason } },
      () => {
        const hall = readHallNow(deps, tx)
        const own = requireWindow(hall, window)
        requireOnDuty(own, staff)
        statusAfter(requireToday(tx, id), 'call', { kind: 'window', window })
        requireFree(own)
        return deskResult(tx, callChosen(tx, origin, hall, own, choosePicked(own, id, reason, hall)), window)
      },
    ),
  )
}

function callOne(tx: Tx, origin: Origin, hall: HallNow, number: number): Ticket {
  const window = requireWindow(hall, number)
  requireFree(window)
  return callChosen(tx, origin, hall, window, chooseNext(window, hall))
}

function callChosen(
  tx: Tx,
  origin: Origin,
  hall: HallNow,
  window: NamedWindow,
  { ticket, explanation, overtaken }: Choice,
): Ticket {
  const decision = callTicket(ticket, window, explanation, tx.at)
  const called = saveDecision(tx, origin, ticket, decision)
  insertLeg(tx, {
    ticket: called,
    window: window.window,
    duty: window.dutyId ?? '',
    calledAt: tx.at,
    why: explanation,
  })
  for (const passed of overtaken) saveOvertaken(tx, origin, hall, passed)
  announce(tx, origin, 'call', called)
  return called
}

// A ticket at the bound takes its base time as key and can no longer be passed (Q17).
function saveOvertaken(tx: Tx, origin: Origin, hall: HallNow, after: Ticket): void {
  const before = hall.waiting.find(({ id }) => id === after.id)
  if (before === undefined || before === after) return
  saveTicket(tx, before, after)
  if (!hasBecomeProtected(before, after)) return
  const { id, version, overtaken, callKey } = after
  tx.record({
    type: 'ticket.protected',
    subject: id,
    version,
    origin,
    data: { overtaken, from: before.callKey, to: callKey },
  })
  tx.tell({ kind: 'ticket_changed', id })
}
