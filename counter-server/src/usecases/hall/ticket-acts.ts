import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { requireOnDuty } from '../../domain/queue/hall-window.ts'
import type { Party } from '../../domain/queue/lifecycle.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findWindows } from '../../store/hall.ts'
import { once } from '../../store/receipts.ts'
import { insertLeg } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { announce, hushCalls, silence } from './announce.ts'
import { decideAct, type Scene } from './decide-act.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { finishVisit } from './finish-visit.ts'
import { requireWindow, todayOf } from './hall-now.ts'
import { requireToday, requireVersion } from './require-ticket.ts'
import { saveDecision } from './save-decision.ts'
import { type ActOnTicket, type TicketAct, WITHOUT_WINDOW } from './ticket-act.ts'

/** One act of staff at one ticket; every change of a ticket passes here, by the table of the lifecycle (Q12). */
export function actOnTicket(deps: Deps, command: ActOnTicket): Promise<DeskResult> {
  const { origin, ticket: id, act, expectedVersion } = command
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: `ticket.${act.kind}`, subject: id, content: { id, act, expectedVersion } },
      () => {
        const scene = sceneOf(deps, tx, command)
        return deskResult(tx, perform(scene), scene.window?.window ?? null)
      },
    ),
  )
}

function sceneOf(deps: Deps, tx: Tx, command: ActOnTicket): Scene {
  const businessDate = todayOf(tx)
  const hall = { businessDate, windows: findWindows(tx, businessDate) }
  const mayLackWindow = WITHOUT_WINDOW.includes(command.act.kind)
  if (command.window === null && !mayLackWindow) throw new Refusal('window.not_open', { w: '' })
  const window = command.window === null ? null : requireWindow(hall, command.window)
  if (window !== null && !mayLackWindow && command.act.kind !== 'release')
    requireOnDuty(window, command.staff)
  const ticket = requireToday(tx, command.ticket)
  requireVersion(ticket, command.expectedVersion)
  return { deps, tx, command, ticket, hall, window, by: partyOf(command) }
}

function partyOf({ window, origin }: ActOnTicket): Party {
  if (window !== null) return { kind: 'window', window }
  return { kind: origin.role === 'supervisor' ? 'supervisor' : 'staff' }
}

function perform(scene: Scene): Ticket {
  const { tx, command, ticket, window } = scene
  const { act, origin } = command
  if (act.kind === 'finish') {
    const { kind: _kind, ...finish } = act
    return finishVisit(tx, { origin, ticket, window: window?.window ?? 0, ...finish })
  }
  const after = saveDecision(tx, origin, ticket, decideAct(scene, act))
  followAct(scene, act, after)
  return after
}

// What the hall must see or no longer see after the act (Q51, Q56).
function followAct({ tx, command, ticket, window }: Scene, act: TicketAct, after: Ticket): void {
  switch (act.kind) {
    case 'recall':
      return announce(tx, command.origin, 'recall', after)
    case 'return':
      if (window === null) return
      insertLeg(tx, {
        ticket: after,
        window: window.window,
        duty: window.dutyId ?? '',
        calledAt: tx.at,
        why: { kind: 'return', reason: act.reason },
      })
      return announce(tx, command.origin, 'return', after)
    default:
      if (ticket.status !== 'called' || after.status === 'called') return
      // Somebody who is being served was seen to come; everybody else is no longer called at all.
      return after.status === 'serving'
        ? hushCalls(tx, command.origin, ticket)
        : silence(tx, command.origin, ticket)
  }
}

/** 90 s back: older calls are neither shown nor spoken (Q56). */
export function recentSince(tx: Tx) {
  return instantOf(toMs(tx.at) - 90_000)
}
