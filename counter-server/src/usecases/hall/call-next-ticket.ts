import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { callTicket } from '../../domain/queue/calling.ts'
import { chooseNext } from '../../domain/queue/choice.ts'
import { requireFree, requireOnDuty } from '../../domain/queue/hall-window.ts'
import { hasBecomeProtected } from '../../domain/queue/overtaking.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findWindows } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { insertLeg, saveTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { announce } from './announce.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { finishVisit } from './finish-visit.ts'
import { type HallNow, readHallNow, requireWindow, todayOf } from './hall-now.ts'
import { saveDecision } from './save-decision.ts'

export interface CallNext {
  readonly origin: Origin
  readonly staff: StaffId
  readonly window: number
  /** Finishes the ticket being served in the same command (Q33). */
  readonly finish: { readonly outcome: VisitOutcome; readonly isLateEntry: boolean } | null
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

function callOne(tx: Tx, origin: Origin, hall: HallNow, number: number): Ticket {
  const window = requireWindow(hall, number)
  requireFree(window)
  const { ticket, explanation, overtaken } = chooseNext(window, hall)
  const decision = callTicket(ticket, window, explanation, tx.at)
  const called = saveDecision(tx, origin, ticket, decision)
  insertLeg(tx, {
    ticket: called,
    window: number,
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
