import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { HallWindow } from './hall-window.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

export type Tier = 1 | 2

/** Somebody who booked and has not checked in yet; no ticket so far, so nobody can call it (Q36). */
export interface BookingAhead {
  readonly topic: TopicKey
  readonly at: Instant
}

/** The hall as the call order sees it. */
export interface Hall {
  readonly windows: readonly HallWindow[]
  readonly waiting: readonly Ticket[]
  /** Who is still to come today by appointment; the estimate alone reads it (Q60). */
  readonly bookings: readonly BookingAhead[]
  readonly businessDate: PlainDate
  readonly now: Instant
  readonly settings: QueueSettings
}

export interface Candidate {
  readonly ticket: Ticket
  readonly tier: Tier
}

/** Base time plus the delay of the class, ms since 1970: ordinary tickets wait the head start longer (Q14). */
export function callKeyOf(cls: TicketClass, baseTime: number, settings: QueueSettings): number {
  return cls === 'ordinary' ? baseTime + settings.headStartMs : baseTime
}

/** Call order: key, then issue order, never the time of printing (Q14). */
export function byCallOrder(a: Ticket, b: Ticket): number {
  return a.callKey - b.callKey || a.issueOrder - b.issueOrder
}

/** The tickets a window may call, first tier first, each tier in call order (Q15). */
export function candidatesFor(window: HallWindow, hall: Hall): readonly Candidate[] {
  const hasMain = topicsWithMain(hall.windows)
  const candidates: Candidate[] = []
  for (const ticket of hall.waiting) {
    if (ticket.status !== 'waiting' || ticket.businessDate !== hall.businessDate) continue
    const tier = tierAt(window, ticket, hasMain, hall)
    if (tier !== null) candidates.push({ ticket, tier })
  }
  return candidates.sort((a, b) => a.tier - b.tier || byCallOrder(a.ticket, b.ticket))
}

/** Whether a window may ever call a ticket: directed to it, or undirected with a topic it serves (Q15). */
export function mayCall(
  window: Pick<HallWindow, 'window' | 'services'>,
  ticket: Pick<Ticket, 'topic' | 'directedWindow'>,
): boolean {
  return ticket.directedWindow === null
    ? window.services.has(ticket.topic)
    : ticket.directedWindow === window.window
}

/** The topics that some open window has as its main business (Q15). */
export function topicsWithMain(windows: readonly HallWindow[]): ReadonlySet<string> {
  const open = windows.filter((window) => window.state === 'open')
  return new Set(
    open.flatMap(({ services }) => [...services].filter(([, as]) => as === 'main').map(([topic]) => topic)),
  )
}

/** True when a ticket counts in the first tier of a window at which its topic is only helped (Q15, Q17). */
export function isPromoted(
  ticket: Pick<Ticket, 'protectedAt'> & Waiting,
  nowMs: number,
  settings: QueueSettings,
): boolean {
  return ticket.protectedAt !== null || nowMs - waitsFrom(ticket) >= settings.promoteAfterMs
}

type Waiting = Pick<Ticket, 'baseTime'> & Partial<Pick<Ticket, 'cls' | 'issuedAt'>>

/** Since when a ticket waits, ms since 1970: its base time, and a holder who came before the appointment since then (Q36). */
export function waitsFrom({ cls, baseTime, issuedAt }: Waiting): number {
  return cls === 'appointment' && issuedAt !== undefined ? Math.min(baseTime, toMs(issuedAt)) : baseTime
}

function tierAt(window: HallWindow, ticket: Ticket, hasMain: ReadonlySet<string>, hall: Hall): Tier | null {
  if (!mayCall(window, ticket)) return null
  if (ticket.directedWindow !== null || window.services.get(ticket.topic) === 'main') return 1
  if (!hasMain.has(ticket.topic)) return 1
  return isPromoted(ticket, toMs(hall.now), hall.settings) ? 1 : 2
}
