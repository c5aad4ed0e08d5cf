import type { StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass, VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Decision } from '../../domain/queue/act.ts'
import { missTicket, recallTicket, returnHeld, undoCall } from '../../domain/queue/calling.ts'
import { cancelTicket, restoreTicket } from '../../domain/queue/ending.ts'
import { requireOnDuty } from '../../domain/queue/hall-window.ts'
import { reclassTicket, rejoinTicket, transferTicket } from '../../domain/queue/placing.ts'
import { holdTicket, releaseTicket, reopenService, startService } from '../../domain/queue/serving.ts'
import type { QueueSettings } from '../../domain/queue/settings.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findLastAnnouncement } from '../../store/announcements.ts'
import { findTopics, findWindows, heldBy, type NamedWindow } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findSettingAt } from '../../store/settings.ts'
import { findByStatus, findTicket, insertLeg, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { announce, hushCalls, silence } from './announce.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { finishVisit } from './finish-visit.ts'
import { type HallNow, readHallNow, requireWindow, todayOf } from './hall-now.ts'
import { saveDecision } from './save-decision.ts'

/** What a clerk does to a ticket, with what that act needs (queue.md 2 and 5). */
export type TicketAct =
  | {
      readonly kind: 'recall' | 'undo-call' | 'start' | 'reopen' | 'rejoin' | 'release' | 'restore' | 'cancel'
    }
  | { readonly kind: 'miss'; readonly reason: string | null; readonly isConfirmed: boolean }
  | { readonly kind: 'finish'; readonly outcome: VisitOutcome; readonly isLateEntry: boolean }
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'return'; readonly reason: string | null }
  | {
      readonly kind: 'transfer'
      readonly to: { readonly window: number } | { readonly topic: TopicKey }
      readonly isConfirmed: boolean
    }
  | { readonly kind: 'reclass'; readonly cls: Exclude<TicketClass, 'appointment'>; readonly reason: string }

export interface ActOnTicket {
  readonly origin: Origin
  readonly staff: StaffId
  /** The window where the clerk is on duty; null without one. */
  readonly window: number | null
  readonly ticket: TicketId
  readonly expectedVersion: number | null
  readonly act: TicketAct
}

interface Scene {
  readonly deps: Deps
  readonly tx: Tx
  readonly command: ActOnTicket
  readonly ticket: Ticket
  readonly hall: Pick<HallNow, 'businessDate' | 'windows'>
  readonly window: NamedWindow
}

/** One act of a clerk at one ticket; every change of a ticket passes here, by the table of the lifecycle (Q12). */
export function actOnTicket(deps: Deps, command: ActOnTicket): Promise<DeskResult> {
  const { origin, ticket: id, act, expectedVersion } = command
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: `ticket.${act.kind}`, subject: id, content: { id, act, expectedVersion } },
      () => {
        const scene = sceneOf(deps, tx, command)
        const after = perform(scene)
        return deskResult(tx, after, scene.window.window)
      },
    ),
  )
}

function sceneOf(deps: Deps, tx: Tx, command: ActOnTicket): Scene {
  // The line itself is read by the one act that needs it: it is long when the hall is full.
  const businessDate = todayOf(tx)
  const hall = { businessDate, windows: findWindows(tx, businessDate) }
  if (command.window === null) throw new Refusal('window.not_open', { w: '' })
  const window = requireWindow(hall, command.window)
  if (command.act.kind !== 'rejoin' && command.act.kind !== 'release') requireOnDuty(window, command.staff)
  const ticket = requireToday(tx, command.ticket)
  if (command.expectedVersion !== null && command.expectedVersion !== ticket.version) {
    throw new Refusal('ticket.changed', { n: ticket.number, status: ticket.status })
  }
  return { deps, tx, command, ticket, hall, window }
}

/** A ticket of today; another day's is `ticket.expired`, an unknown one `ticket.not_found` (Q12). */
export function requireToday(tx: Tx, id: TicketId): Ticket {
  const ticket = findTicket(tx, id)
  if (ticket === undefined) throw new Refusal('ticket.not_found')
  if (ticket.businessDate !== todayOf(tx)) throw new Refusal('ticket.expired', { d: ticket.businessDate })
  return ticket
}

function perform(scene: Scene): Ticket {
  const { tx, command, ticket, window } = scene
  const { act, origin } = command
  if (act.kind === 'finish')
    return finishVisit(tx, {
      origin,
      ticket,
      window: window.window,
      outcome: act.outcome,
      isLateEntry: act.isLateEntry,
    })
  const after = saveDecision(tx, origin, ticket, decide(scene))
  followAct(scene, after)
  return after
}

function decide(scene: Scene): Decision {
  const { deps, tx, ticket, window, hall } = scene
  const settings = deps.queue(tx)
  const { act } = scene.command
  const by = { kind: 'window', window: window.window } as const
  switch (act.kind) {
    case 'recall':
      return recallTicket(ticket, by, tx.at, settings)
    case 'undo-call':
      return undoCall(ticket, by, tx.at, settings)
    case 'start':
      return startService(ticket, by, 'key', tx.at)
    case 'reopen':
      return reopenService(ticket, window, tx.at, settings)
    case 'miss':
      return missTicket(
        ticket,
        by,
        { reason: act.reason, heard: isHeard(tx, ticket), confirmed: act.isConfirmed, now: tx.at },
        settings,
      )
    case 'rejoin':
      return decideRejoin(scene)
    case 'hold':
      return holdTicket(
        ticket,
        by,
        {
          reason: act.reason,
          heldHere: heldBy(findByStatus(tx, hall.businessDate, ['held']), window.window),
          now: tx.at,
        },
        settings,
      )
    case 'return':
      return returnHeld(ticket, window, act.reason, tx.at)
    case 'release':
      return releaseTicket(ticket, by, 'clerk')
    case 'transfer':
      return decideTransfer(scene, act)
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
    case 'finish':
      throw new Error('a finish is decided with its visit')
  }
}

// The head start is the one in force when the number was issued, whatever holds by now (C1502).
function asIssued(tx: Tx, ticket: Ticket, settings: QueueSettings): QueueSettings {
  return { ...settings, headStartMs: findSettingAt(tx, 'class.headStart', ticket.issuedAt) * 60_000 }
}

function decideRejoin({ deps, tx, ticket, hall, window }: Scene): Decision {
  const waiting = readHallNow(deps, tx).waiting.filter(({ line }) => line === ticket.line)
  const issueOrder = nextSerial(tx, hall.businessDate, '#')
  return rejoinTicket(
    ticket,
    { waiting, issueOrder, businessDate: hall.businessDate, by: { kind: 'window', window: window.window } },
    deps.queue(tx),
  )
}

function decideTransfer(
  { tx, ticket, hall, window }: Scene,
  act: Extract<TicketAct, { kind: 'transfer' }>,
): Decision {
  const topic = 'topic' in act.to ? act.to.topic : ticket.topic
  const facts = findTopics(tx).find((each) => each.topic === topic)
  if (facts === undefined) throw new Refusal('topic.not_found')
  const target = 'window' in act.to ? requireWindow(hall, act.to.window).window : null
  return transferTicket(ticket, {
    topic,
    line: facts.line,
    window: target,
    reason: null,
    confirmed: act.isConfirmed,
    windows: hall.windows,
    by: { kind: 'window', window: window.window },
  })
}

// What the hall must see or no longer see after the act (Q51, Q56).
function followAct({ tx, command, ticket, window }: Scene, after: Ticket): void {
  switch (command.act.kind) {
    case 'recall':
      return announce(tx, command.origin, 'recall', after)
    case 'return':
      insertLeg(tx, {
        ticket: after,
        window: window.window,
        duty: window.dutyId ?? '',
        calledAt: tx.at,
        why: { kind: 'return', reason: command.act.reason },
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

function isHeard(tx: Tx, ticket: Ticket): boolean {
  const last = findLastAnnouncement(tx, ticket.id)
  return last !== undefined && (last.shownAt !== null || last.spokenAt !== null)
}

function isClosed(hall: Scene['hall'], window: number | null): boolean {
  return hall.windows.find((each) => each.window === window)?.state === 'closed'
}

/** 90 s back: older calls are neither shown nor spoken (Q56). */
export function recentSince(tx: Tx) {
  return instantOf(toMs(tx.at) - 90_000)
}
