import type { StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import {
  type DayRecord,
  type HallEvent,
  type LegRecord,
  type TicketRecord,
  type Visit,
  visitsOf,
} from '../src/domain/statistics/visit.ts'

export const DAY = '2026-06-12' as PlainDate
export const MINUTE = 60_000

/** An instant of the day by the clock in the hall. */
export const at = (time: string) => new Date(Date.parse(`2026-06-12T${time}+08:00`)).toISOString() as Instant

export function ticket(id: string, changes: Partial<TicketRecord> = {}): TicketRecord {
  const issuedAt = changes.issuedAt ?? at('09:00:00')
  return {
    id: id as TicketId,
    number: id,
    line: 'general',
    topic: 'relief' as TopicKey,
    cls: 'ordinary',
    channel: 'kiosk',
    status: 'served',
    issuedAt,
    baseTime: toMs(issuedAt),
    firstCalledAt: null,
    finishedAt: null,
    endedAt: null,
    outcome: 'consulted',
    postpones: 0,
    quote: null,
    village: null,
    ...changes,
  }
}

export function leg(of: string, changes: Partial<LegRecord> = {}): LegRecord {
  return {
    ticket: of as TicketId,
    window: 1,
    staff: 'one' as StaffId,
    calledAt: at('09:10:00'),
    startedAt: null,
    endedAt: null,
    topicServed: 'relief' as TopicKey,
    kind: 'next',
    ...changes,
  }
}

export function event(type: string, subject: string, time: string, data: HallEvent['data'] = {}): HallEvent {
  return { at: at(time), type, subject, actor: 'staff:one', data }
}

export function aDay(tickets: TicketRecord[], legs: LegRecord[] = [], events: HallEvent[] = []): Visit[] {
  return visitsOf({ day: DAY, tickets, legs, events } satisfies DayRecord)
}

/** A visit that waited so many minutes and was served for so many. */
export function visit(
  id: string,
  waited: number,
  served: number,
  changes: Partial<TicketRecord> = {},
): Visit {
  const start = toMs(at('09:00:00')) + waited * MINUTE
  const instant = (ms: number) => new Date(ms).toISOString() as Instant
  const [called, ended] = [instant(start), instant(start + served * MINUTE)]
  return aDay(
    [ticket(id, { firstCalledAt: called, finishedAt: ended, ...changes })],
    [leg(id, { calledAt: called, startedAt: called, endedAt: ended })],
  )[0] as Visit
}
