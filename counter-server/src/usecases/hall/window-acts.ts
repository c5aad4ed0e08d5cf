import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { requireWindowRight } from '../../domain/people/account.ts'
import {
  closeWindow,
  openWindow,
  pauseWindow,
  resumeWindow,
  takeOverWindow,
  type WindowDecision,
} from '../../domain/queue/window-acts.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findDutyAt, type NamedWindow, saveDuty } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { findStaff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import { findByStatus, findTicket, findWaiting } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { type HallNow, readHallNow, requireWindow } from './hall-now.ts'
import { saveDecision } from './save-decision.ts'

export type WindowAct =
  | { readonly kind: 'open' | 'close' | 'resume' }
  | { readonly kind: 'take-over'; readonly reason: string }
  | { readonly kind: 'pause'; readonly reason: string; readonly until: Instant | null }

export interface ActOnWindow {
  readonly origin: Origin
  readonly staff: StaffId
  readonly window: number
  readonly act: WindowAct
}

/** A clerk opens, pauses, resumes, takes over or closes a window (Q20 to Q23). */
export function actOnWindow(deps: Deps, command: ActOnWindow): Promise<DeskResult> {
  const { origin, window, act } = command
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: `window.${act.kind}`, subject: String(window), content: { window, act } },
      () => {
        const hall = readHallNow(deps, tx)
        const before = requireWindow(hall, window)
        const takenOver = act.kind === 'take-over' ? act.reason : null
        saveWindowAct(deps, tx, { origin, before, decision: decide(tx, hall, before, command), takenOver })
        return deskResult(tx, before.occupant, window)
      },
    ),
  )
}

/** Ends the duty of somebody whose account was stopped or moved. A number that is there stays, for whoever takes the window over (Q20). */
export function leaveWindow(deps: Deps, tx: Tx, origin: Origin, staff: StaffId): void {
  const hall = readHallNow(deps, tx)
  const before = hall.windows.find(({ duty }) => duty?.staff === staff)
  if (before === undefined || before.occupant !== null) return
  const decision = closeWindow(before, staff, ticketsToRelease(tx, hall))
  saveWindowAct(deps, tx, { origin, before, decision, takenOver: null })
}

interface SaveWindowAct {
  readonly origin: Origin
  readonly before: NamedWindow
  readonly decision: ReturnType<typeof decide>
  readonly takenOver: string | null
}

function saveWindowAct(deps: Deps, tx: Tx, { origin, before, decision, takenOver }: SaveWindowAct): void {
  const { window: after, event, released } = decision
  const { window } = before
  saveDuty(tx, before, after, { id: deps.newId(), takenOver })
  // The duty that was opened, or the one that ended.
  const data = { ...event.data, duty: findDutyAt(tx, window) ?? before.dutyId }
  tx.record({ type: event.type, subject: `window:${window}`, version: 1, origin, data })
  for (const each of released) {
    const ticket = findTicket(tx, each.ticket.id)
    if (ticket !== undefined) saveDecision(tx, origin, ticket, each)
  }
  tx.tell({ kind: 'window_changed', window })
}

function ticketsToRelease(tx: Tx, { businessDate }: HallNow) {
  return [...findWaiting(tx, businessDate), ...findByStatus(tx, businessDate, ['held', 'missed'])]
}

function decide(
  tx: Tx,
  hall: HallNow,
  window: NamedWindow,
  { staff, origin, act }: ActOnWindow,
): WindowDecision & { released: ReturnType<typeof closeWindow>['released'] } {
  const elsewhere =
    hall.windows.find((each) => each.window !== window.window && each.duty?.staff === staff) ?? null
  const opening = { staff, device: origin.device as DeviceId | null, elsewhere, now: tx.at }
  switch (act.kind) {
    case 'open':
      requireWindowRight(findStaff(tx, staff)?.windows ?? null, window.window)
      refuseOtherClerk(window, staff)
      return { ...openWindow(window, opening), released: [] }
    case 'take-over':
      requireWindowRight(findStaff(tx, staff)?.windows ?? null, window.window)
      return { ...takeOverWindow(window, opening, act.reason), released: [] }
    case 'pause':
      return {
        ...pauseWindow(window, staff, { reason: act.reason, until: act.until, now: tx.at }),
        released: [],
      }
    case 'resume':
      return { ...resumeWindow(window, staff), released: [] }
    case 'close':
      return closeWindow(window, staff, ticketsToRelease(tx, hall))
  }
}

// The screen offers to take over, so it needs to know who sits there (C-0).
function refuseOtherClerk({ window, duty, clerkName }: NamedWindow, staff: StaffId): void {
  if (duty === null || duty.staff === staff) return
  throw new Refusal('window.in_use', { w: window, name: clerkName ?? '', t: duty.openedAt })
}
