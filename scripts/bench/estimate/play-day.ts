import type { StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { callTicket, missTicket, recallTicket } from '../../../counter-server/src/domain/queue/calling.ts'
import { chooseNext } from '../../../counter-server/src/domain/queue/choice.ts'
import type { HallWindow } from '../../../counter-server/src/domain/queue/hall-window.ts'
import { newTicket } from '../../../counter-server/src/domain/queue/issuing.ts'
import { candidatesFor, type Hall } from '../../../counter-server/src/domain/queue/order.ts'
import { rejoinTicket } from '../../../counter-server/src/domain/queue/placing.ts'
import { finishService, startService } from '../../../counter-server/src/domain/queue/serving.ts'
import { QUEUE_DEFAULTS } from '../../../counter-server/src/domain/queue/settings.ts'
import type { Ticket } from '../../../counter-server/src/domain/queue/ticket.ts'
import { type DayPlan, dayOf, type Visitor } from './day-plan.ts'
import { type HallPlan, SESSIONS } from './hall-plan.ts'

const MINUTE_MS = 60_000
const RECALL_MINUTES = 0.6
const MISS_MINUTES = 1.2
const PRESS_MINUTES = 0.1
const BREAK_REASON = '午休'

/** What a day tells to whoever watches it. */
export interface Watcher {
  /** A number was taken; `hall` is what the estimate may see. */
  arrived(ticket: Ticket, hall: Hall): void
  called(ticket: Ticket): void
  served(ticket: Ticket): void
  missed(ticket: Ticket): void
  rejoined(ticket: Ticket): void
}

interface Happening {
  readonly minute: number
  readonly order: number
  readonly run: () => void
}

interface PlayedDay {
  readonly plan: HallPlan
  readonly date: PlainDate
  readonly midnightMs: number
  readonly random: () => number
}

/** Plays one day by the product's own rules of the queue: who is called where, missed, let back, served. */
export function playDay({ plan, date, midnightMs, random }: PlayedDay, watcher: Watcher): void {
  const day = dayOf(plan, random)
  const happenings: Happening[] = []
  const visitors = new Map<TicketId, Visitor>()
  const waiting = new Map<TicketId, Ticket>()
  const windows: HallWindow[] = plan.services.map((services, index) => ({
    window: index + 1,
    state: 'closed',
    services,
    duty: null,
    occupant: null,
  }))
  let order = 0
  let issued = 0
  let minute = 0

  const now = () => instantOf(midnightMs + Math.round(minute * MINUTE_MS))
  const hall = (): Hall => ({
    windows,
    waiting: [...waiting.values()],
    bookings: [],
    businessDate: date,
    now: now(),
    settings: QUEUE_DEFAULTS,
  })

  function at(when: number, run: () => void): void {
    order += 1
    happenings.push({ minute: when, order, run })
  }

  function change(index: number, changes: Partial<HallWindow>): void {
    windows[index] = { ...(windows[index] as HallWindow), ...changes }
  }

  function open(index: number): void {
    const duty = {
      staff: `clerk-${index}` as StaffId,
      device: null,
      openedAt: now(),
      pausedAt: null,
      reason: null,
      until: null,
    }
    change(index, { state: 'open', duty })
    callNext(index)
  }

  function pause(index: number, until: number, reason: string): void {
    const { duty } = windows[index] as HallWindow
    const end = instantOf(midnightMs + Math.round(until * MINUTE_MS))
    if (duty !== null)
      change(index, { state: 'paused', duty: { ...duty, pausedAt: now(), reason, until: end } })
    at(until, () => open(index))
  }

  // A free window first takes the pause that is due, then the next one in line.
  function callNext(index: number): void {
    const window = windows[index] as HallWindow
    if (window.state !== 'open' || window.occupant !== null) return
    const rest = restDue(day, index, minute)
    if (rest !== null) return pause(index, rest.until, rest.reason)
    const seen = hall()
    if (candidatesFor(window, seen).length === 0) return
    const { ticket, explanation, overtaken } = chooseNext(window, seen)
    const { ticket: called } = callTicket(ticket, window, explanation, now())
    waiting.delete(ticket.id)
    for (const passed of overtaken) waiting.set(passed.id, passed)
    change(index, { occupant: called })
    watcher.called(called)
    meet(index, called)
  }

  function meet(index: number, called: Ticket): void {
    const visitor = visitors.get(called.id) as Visitor
    const by = { kind: 'window', window: index + 1 } as const
    if (visitor.isAbsent && called.rejoins === 0) {
      at(minute + RECALL_MINUTES, () =>
        change(index, { occupant: recallTicket(called, by, now(), QUEUE_DEFAULTS).ticket }),
      )
      at(minute + MISS_MINUTES, () => miss(index, visitor))
      return
    }
    at(minute + visitor.walkMinutes, () => {
      const serving = startService(called, by, 'key', now()).ticket
      change(index, { occupant: serving })
      at(minute + visitor.serviceMinutes * (day.pace[index] ?? 1), () => finish(index, serving))
    })
  }

  function finish(index: number, serving: Ticket): void {
    const end = {
      outcome: 'consulted',
      topicServed: serving.topic,
      caseIds: [],
      noticeId: null,
      late: false,
      now: now(),
    } as const
    watcher.served(finishService(serving, { kind: 'window', window: index + 1 }, end).ticket)
    change(index, { occupant: null })
    at(minute + PRESS_MINUTES, () => callNext(index))
  }

  function miss(index: number, { backAfter }: Visitor): void {
    const { occupant } = windows[index] as HallWindow
    if (occupant === null) return
    const end = { reason: null, heard: true, confirmed: true, now: now() }
    const { ticket: missed } = missTicket(
      occupant,
      { kind: 'window', window: index + 1 },
      end,
      QUEUE_DEFAULTS,
    )
    watcher.missed(missed)
    change(index, { occupant: null })
    if (backAfter !== null) at(minute + backAfter, () => rejoin(missed))
    callNext(index)
  }

  function rejoin(missed: Ticket): void {
    issued += 1
    const line = {
      waiting: [...waiting.values()],
      issueOrder: issued,
      businessDate: date,
      by: { kind: 'resident' },
    } as const
    const { ticket } = rejoinTicket(missed, line, QUEUE_DEFAULTS)
    waiting.set(ticket.id, ticket)
    watcher.rejoined(ticket)
    wake()
  }

  function arrive(visitor: Visitor): void {
    issued += 1
    const ticket = newTicket(
      {
        id: `${plan.name}/${date}/${issued}` as TicketId,
        prefix: '综',
        serial: issued,
        line: 'general' as Ticket['line'],
        topic: visitor.topic,
        cls: visitor.isPriority ? 'priority' : 'ordinary',
        businessDate: date,
        issuedAt: now(),
        baseTime: toMs(now()),
        issueOrder: issued,
        weight: 1,
        directedWindow: null,
        needsSpokenCall: false,
        caseId: null,
      },
      QUEUE_DEFAULTS,
    )
    visitors.set(ticket.id, visitor)
    waiting.set(ticket.id, ticket)
    watcher.arrived(ticket, hall())
    wake()
  }

  function wake(): void {
    for (const index of windows.keys()) callNext(index)
  }

  for (const visitor of day.visitors) at(visitor.minute, () => arrive(visitor))
  for (const index of windows.keys()) at(SESSIONS[0].from, () => open(index))
  run(happenings, (next) => {
    minute = next.minute
    next.run()
  })
}

// The noon break begins when the window is next free; whoever is still there at closing time is served.
function restDue(day: DayPlan, index: number, minute: number): { until: number; reason: string } | null {
  const noon = SESSIONS[0].to
  if (minute >= noon && minute < SESSIONS[1].from) return { until: SESSIONS[1].from, reason: BREAK_REASON }
  const due = day.pauses[index]?.find(
    (pause) => minute >= pause.minute && minute < pause.minute + pause.minutes,
  )
  return due === undefined ? null : { until: minute + due.minutes, reason: '临时离开' }
}

function run(happenings: Happening[], each: (happening: Happening) => void): void {
  while (happenings.length > 0) {
    let first = 0
    for (let index = 1; index < happenings.length; index += 1)
      if (isBefore(happenings[index] as Happening, happenings[first] as Happening)) first = index
    const [next] = happenings.splice(first, 1)
    if (next !== undefined) each(next)
  }
}

function isBefore(a: Happening, b: Happening): boolean {
  return a.minute < b.minute || (a.minute === b.minute && a.order < b.order)
}

/** Minutes between two instants. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (toMs(to) - toMs(from)) / MINUTE_MS
}
