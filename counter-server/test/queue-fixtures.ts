import type { LineKey, StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { instantAt, toMs } from '@counter/shared/vocabulary/plain-date'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import type { HallWindow } from '../src/domain/queue/hall-window.ts'
import { newTicket } from '../src/domain/queue/issuing.ts'
import type { Hall } from '../src/domain/queue/order.ts'
import { QUEUE_DEFAULTS } from '../src/domain/queue/settings.ts'
import type { Ticket } from '../src/domain/queue/ticket.ts'

export const TODAY = '2026-06-12' as PlainDate
export const RELIEF = 'relief' as TopicKey
export const SOCIAL = 'social' as TopicKey
export const GENERAL = 'general' as LineKey
export const CLERK = 'staff-1' as StaffId
export const OTHER_CLERK = 'staff-2' as StaffId

/** An instant of the sample Friday, by the clock of the hall, `09:40` or `09:40:08`. */
export function at(time: string): Instant {
  const minute = instantAt(TODAY, time.slice(0, 5) as PlainTime)
  return time.length > 5 ? (minute.replace(':00.000Z', `:${time.slice(6)}.000Z`) as Instant) : minute
}

/** A ticket of today; an ordinary waiting one of 09:00 with number 综 001 unless told otherwise. */
export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  const serial = changes.serial ?? changes.issueOrder ?? 1
  const issuedAt = changes.issuedAt ?? at('09:00')
  const fresh = newTicket(
    {
      id: `ticket-${serial}` as TicketId,
      prefix: '综',
      serial,
      line: GENERAL,
      topic: RELIEF,
      cls: changes.cls ?? 'ordinary',
      businessDate: TODAY,
      issuedAt,
      baseTime: changes.baseTime ?? toMs(issuedAt),
      issueOrder: serial,
      weight: 1,
      directedWindow: null,
      needsSpokenCall: false,
      caseId: null,
    },
    QUEUE_DEFAULTS,
  )
  return { ...fresh, ...changes }
}

/** An open window with a clerk on duty since 08:30; 低保 is its main business unless told otherwise. */
export function aWindow(
  window: number,
  changes: Partial<Omit<HallWindow, 'services'>> & { services?: Record<string, WindowService> } = {},
): HallWindow {
  const { services = { relief: 'main' }, ...rest } = changes
  return {
    window,
    state: 'open',
    duty: { staff: CLERK, device: null, openedAt: at('08:30'), pausedAt: null, reason: null, until: null },
    occupant: null,
    services: new Map(Object.entries(services) as [TopicKey, WindowService][]),
    ...rest,
  }
}

/** The hall at 09:40 with one window and nobody waiting unless told otherwise. */
export function aHall(changes: Partial<Hall> = {}): Hall {
  return {
    windows: [aWindow(1)],
    waiting: [],
    bookings: [],
    businessDate: TODAY,
    now: at('09:40'),
    settings: QUEUE_DEFAULTS,
    ...changes,
  }
}

/** What a refused call throws, for `toThrow`. */
export function refusal(code: string, params?: Record<string, string | number>) {
  return { name: 'Refusal', code, ...(params === undefined ? {} : { params }) }
}
