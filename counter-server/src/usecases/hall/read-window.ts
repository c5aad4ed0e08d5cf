import type { DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import { type KeyLine, keyLine } from '../../domain/queue/choice.ts'
import { candidatesFor } from '../../domain/queue/order.ts'
import type { QueueSettings } from '../../domain/queue/settings.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type AnnouncementRow, findAnnouncement, findLastAnnouncement } from '../../store/announcements.ts'
import { findAppointmentOf } from '../../store/bookings.ts'
import { type DeviceRow, findDevice, findDevices } from '../../store/people.ts'
import { findSetting } from '../../store/settings.ts'
import type { LegFacts } from '../../store/tickets.ts'
import { countServed, findByStatus, findLeg, findTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type TicketFacts, ticketFacts, type WindowFacts, windowFacts } from './desk-result.ts'
import { readHallNow, requireWindow, todayOf } from './hall-now.ts'

/** The line as one window would call it. */
export interface DeskCounts {
  readonly waiting: number
  readonly order: readonly TicketId[]
  readonly servedToday: number
  readonly rules: DeskRules
}

/** The settings whose effect the desk shows before the server says no. */
export interface DeskRules {
  readonly undoSeconds: number
  readonly holdAlertMinutes: number
  /** The first sign typed into the form starts the visit (Q32). */
  readonly startsOnTyping: boolean
}

/** Everything the workbench of one window shows but the cases. */
export interface WindowView {
  readonly window: WindowFacts
  readonly tickets: readonly TicketFacts[]
  readonly counts: DeskCounts
  readonly heard: AnnouncementRow | null
  readonly devices: readonly DeviceRow[]
}

const SHOWN = 50

export function readWindow(deps: Deps, tx: Tx, number: number): WindowView {
  const hall = readHallNow(deps, tx)
  const window = requireWindow(hall, number)
  const order = candidatesFor(window, hall).map(({ ticket }) => ticket)
  const live = findByStatus(tx, hall.businessDate, ['called', 'serving', 'held', 'missed'])
  return {
    window: windowFacts(window),
    tickets: [...order.slice(0, SHOWN), ...live].map((ticket) => ticketFacts(tx, ticket)),
    counts: countsOf(tx, number, order, hall.settings),
    heard: window.occupant === null ? null : (findLastAnnouncement(tx, window.occupant.id) ?? null),
    devices: findDevices(tx).filter(isDesksMatter),
  }
}

/** Devices that need somebody, and every wall: one of them speaks, and another may have to (U18, Q54). */
function isDesksMatter({ kind, problem, silentAt }: DeviceRow): boolean {
  return kind === 'wall' || problem !== null || silentAt !== null
}

/** The counts alone, for a change (WindowChange `figures_changed`). */
export function readDeskCounts(deps: Deps, tx: Tx, number: number): DeskCounts {
  const hall = readHallNow(deps, tx)
  return countsOf(
    tx,
    number,
    candidatesFor(requireWindow(hall, number), hall).map(({ ticket }) => ticket),
    hall.settings,
  )
}

function countsOf(
  tx: Tx,
  number: number,
  order: readonly Ticket[],
  { undoCallMs, holdAlertMs }: QueueSettings,
): DeskCounts {
  const midnight = instantAt(todayOf(tx), '00:00' as PlainTime)
  return {
    waiting: order.length,
    order: order.slice(0, SHOWN).map(({ id }) => id),
    servedToday: countServed(tx, number, midnight),
    rules: {
      undoSeconds: undoCallMs / 1000,
      holdAlertMinutes: holdAlertMs / 60_000,
      startsOnTyping: findSetting(tx, 'start.auto'),
    },
  }
}

export function readTicketFacts(tx: Tx, id: TicketId): TicketFacts | undefined {
  const ticket = findTicket(tx, id)
  return ticket && ticketFacts(tx, ticket)
}

export function readCall(tx: Tx, seq: number): AnnouncementRow | undefined {
  return findAnnouncement(tx, seq)
}

export function readWindows(deps: Deps): WindowFacts[] {
  return deps.store.read((tx) => readHallNow(deps, tx).windows.map(windowFacts))
}

/** Why a ticket was called, with its present keys for a leg that was not chosen among others. */
export interface WhyCalled extends LegFacts {
  readonly present: KeyLine
  /** The services behind it (V92). */
  readonly weight: number
  /** The appointment by which an agent's visit waits. */
  readonly bookedAt: Instant | null
}

/** Why a ticket was called: the explanation kept with its leg (Q19). */
export function readWhy(deps: Deps, id: TicketId): WhyCalled {
  return deps.store.read((tx) => {
    const leg = findLeg(tx, id)
    const ticket = findTicket(tx, id)
    if (leg === undefined || ticket === undefined) throw new Refusal('ticket.not_found')
    return {
      ...leg,
      present: keyLine(ticket),
      weight: ticket.weight,
      bookedAt: findAppointmentOf(tx, ticket),
    }
  })
}

export function readDevice(tx: Tx, id: DeviceId): DeviceRow | undefined {
  return findDevice(tx, id)
}
