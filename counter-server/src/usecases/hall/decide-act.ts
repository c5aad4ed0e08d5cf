import type { Decision } from '../../domain/queue/act.ts'
import { missTicket, recallTicket, returnHeld, undoCall } from '../../domain/queue/calling.ts'
import { cancelTicket, isLive, restoreTicket } from '../../domain/queue/ending.ts'
import type { Party } from '../../domain/queue/lifecycle.ts'
import { moveTicket, serveByHand } from '../../domain/queue/moving.ts'
import {
  type Place,
  postponeTicket,
  reclassTicket,
  rejoinTicket,
  transferTicket,
} from '../../domain/queue/placing.ts'
import { holdTicket, releaseTicket, reopenService, startService } from '../../domain/queue/serving.ts'
import type { QueueSettings } from '../../domain/queue/settings.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findLastAnnouncement } from '../../store/announcements.ts'
import { heldBy, type NamedWindow } from '../../store/hall.ts'
import { findSettingAt } from '../../store/settings.ts'
import { findByStatus, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type HallNow, readHallNow, requireWindow } from './hall-now.ts'
import { requireTopic } from './issue-ticket.ts'
import { requireToday } from './require-ticket.ts'
import type { ActOnTicket, TicketAct } from './ticket-act.ts'

/** What an act is decided from. */
export interface Scene {
  readonly deps: Deps
  readonly tx: Tx
  readonly command: ActOnTicket
  readonly ticket: Ticket
  readonly hall: Pick<HallNow, 'businessDate' | 'windows'>
  /** Where the clerk is on duty; null for the acts that need none. */
  readonly window: NamedWindow | null
  readonly by: Party
}

type Act<K extends TicketAct['kind']> = Extract<TicketAct, { kind: K }>

/** Every act but the finish, which has its visit beside it: rule by rule from the table of the lifecycle (Q12). */
export function decideAct(scene: Scene, act: Exclude<TicketAct, { kind: 'finish' }>): Decision {
  const { deps, tx, ticket, hall, by } = scene
  const settings = deps.queue(tx)
  switch (act.kind) {
    case 'recall':
      return recallTicket(ticket, by, tx.at, settings)
    case 'undo-call':
      return undoCall(ticket, by, tx.at, settings)
    case 'start':
      return startService(ticket, by, 'key', tx.at)
    case 'reopen':
      return reopenService(ticket, ownWindow(scene), tx.at, settings)
    case 'miss':
      return decideMiss(scene, act, settings)
    case 'rejoin':
      return rejoinTicket(ticket, { ...lineOf(scene), businessDate: hall.businessDate }, settings)
    case 'postpone':
      return postponeTicket(ticket, lineOf(scene), settings)
    case 'hold':
      return decideHold(scene, act, settings)
    case 'return':
      return returnHeld(ticket, ownWindow(scene), act.reason, tx.at)
    case 'release':
      return releaseTicket(ticket, by, 'clerk')
    case 'transfer':
      return decideTransfer(scene, act, settings)
    case 'reclass':
      return reclassTicket(ticket, act.cls, { by, reason: act.reason }, asIssued(tx, ticket, settings))
    case 'cancel':
      return cancelTicket(ticket, by, tx.at)
    case 'restore':
      return restoreTicket(
        ticket,
        { by, now: tx.at, isWindowClosed: isClosed(hall, ticket.window) },
        settings,
      )
    case 'serve-by-hand':
      return decideByHand(scene, act)
    case 'move':
      return decideMove(scene, act)
  }
}

// Only acts without a window come here without one.
function ownWindow({ window }: Scene): NamedWindow {
  if (window === null) throw new Refusal('window.not_open', { w: '' })
  return window
}

function decideMiss({ tx, ticket, by }: Scene, act: Act<'miss'>, settings: QueueSettings): Decision {
  const { reason, isConfirmed: confirmed } = act
  return missTicket(ticket, by, { reason, heard: isHeard(tx, ticket), confirmed, now: tx.at }, settings)
}

function decideHold(scene: Scene, { reason }: Act<'hold'>, settings: QueueSettings): Decision {
  const { tx, ticket, hall, by } = scene
  const held = findByStatus(tx, hall.businessDate, ['held'])
  return holdTicket(
    ticket,
    by,
    { reason, heldHere: heldBy(held, ownWindow(scene).window), now: tx.at },
    settings,
  )
}

// The line itself is read by the acts that need it: it is long when the hall is full.
function lineOf({ deps, tx, ticket, hall, by }: Scene) {
  return {
    waiting: readHallNow(deps, tx).waiting.filter(({ line }) => line === ticket.line),
    issueOrder: nextSerial(tx, hall.businessDate, '#'),
    by,
  }
}

function decideTransfer(scene: Scene, act: Act<'transfer'>, settings: QueueSettings): Decision {
  const { tx, ticket, hall, by } = scene
  const { topic, line } = requireTopic(tx, 'topic' in act.to ? act.to.topic : ticket.topic)
  const target = 'window' in act.to ? requireWindow(hall, act.to.window).window : null
  const kind = act.place ?? settings.transferPlace
  return transferTicket(ticket, {
    topic,
    line,
    window: target,
    place: placeOf(scene, kind, line),
    reason: act.reason ?? (act.place === null && kind !== 'by_key' ? `transfer.place=${kind}` : null),
    confirmed: act.isConfirmed,
    windows: hall.windows,
    by,
  })
}

function placeOf({ deps, tx, hall }: Scene, kind: QueueSettings['transferPlace'], to: Ticket['line']): Place {
  if (kind === 'by_key') return { kind }
  const waiting = readHallNow(deps, tx).waiting.filter(({ line }) => line === to)
  // Only who goes to the back needs a fresh issue order; one taken in vain would be a gap (QI11).
  return kind === 'front'
    ? { kind, waiting }
    : { kind, waiting, issueOrder: nextSerial(tx, hall.businessDate, '#') }
}

// The head start is the one in force when the number was issued, whatever holds by now (C1502).
function asIssued(tx: Tx, ticket: Ticket, settings: QueueSettings): QueueSettings {
  return { ...settings, headStartMs: findSettingAt(tx, 'class.headStart', ticket.issuedAt) * 60_000 }
}

function decideByHand({ tx, ticket, hall, by }: Scene, act: Act<'serve-by-hand'>): Decision {
  const { window, outcome, servedAt, reason } = act
  const topicServed = act.topicServed === null ? ticket.topic : requireTopic(tx, act.topicServed).topic
  if (window !== null) requireWindow(hall, window)
  return serveByHand(ticket, by, { window, outcome, topicServed, servedAt, reason, now: tx.at })
}

function decideMove({ tx, ticket, by }: Scene, { to, reason }: Act<'move'>): Decision {
  const target = requireToday(tx, to)
  const decision = moveTicket(ticket, by, { target: { kind: 'ticket', id: target.id }, reason })
  // Whoever was moved to a number that has ended would never be called.
  if (!isLive(target)) throw new Refusal('ticket.finished', { n: target.number, status: target.status })
  return decision
}

function isHeard(tx: Tx, ticket: Ticket): boolean {
  const last = findLastAnnouncement(tx, ticket.id)
  return last !== undefined && (last.shownAt !== null || last.spokenAt !== null)
}

function isClosed(hall: Scene['hall'], window: number | null): boolean {
  return hall.windows.find((each) => each.window === window)?.state === 'closed'
}
