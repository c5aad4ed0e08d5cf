import type { DeviceId, LineKey, StaffId, TopicKey, UnitCode } from '@counter/shared/vocabulary/ids'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Duty, HallWindow } from '../domain/queue/hall-window.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import { staff } from './schema/people.ts'
import { duty } from './schema/queue.ts'
import { hallWindow, windowService } from './schema/township.ts'
import { statement } from './statement.ts'
import { findByStatus } from './tickets.ts'
import type { Tx } from './tx.ts'

/** A window with what the screens show beside what the order of the queue needs. */
export interface NamedWindow extends HallWindow {
  readonly name: string
  readonly dutyId: string | null
  readonly clerkName: string | null
  /** Why the duty was taken over, or null. */
  readonly takenOver: string | null
}

interface OpenDuty extends Duty {
  readonly id: string
  readonly window: number
  readonly clerkName: string
  readonly takenOver: string | null
}

const windowsInUse = statement((query) =>
  query
    .select()
    .from(hallWindow)
    .where(isNull(hallWindow.retiredAt))
    .orderBy(asc(hallWindow.window))
    .limit(99)
    .prepare(),
)
const openDuties = statement((query) =>
  query
    .select({ duty, clerkName: staff.displayName })
    .from(duty)
    .innerJoin(staff, eq(staff.id, duty.staff))
    .where(isNull(duty.closedAt))
    .limit(99)
    .prepare(),
)
const dutyOfStaff = statement((query) =>
  query
    .select({ window: duty.window })
    .from(duty)
    .where(and(eq(duty.staff, sql.placeholder('clerk')), isNull(duty.closedAt)))
    .prepare(),
)
// Read at each number that is taken, so they do without the query builder, which would look at every cell.
const TOPICS = `SELECT topic.key AS topic, topic.line AS line, line.prefix AS prefix, line.name AS lineName,
    topic.unit AS unit, unit.name AS unitName, topic.service_minutes AS serviceMinutes
  FROM topic JOIN line ON line.key = topic.line JOIN unit ON unit.code = topic.unit`
const SERVICES = 'SELECT "window", topic, rank FROM window_service LIMIT 2000'
const STATES = `SELECT place."window", duty.id IS NOT NULL, duty.paused_at IS NOT NULL
  FROM "window" AS place LEFT JOIN duty ON duty."window" = place."window" AND duty.closed_at IS NULL
  WHERE place.retired_at IS NULL ORDER BY place."window" LIMIT 99`

/** All windows of the hall as they stand now (Q20). */
export function findWindows(tx: Tx, date: PlainDate): NamedWindow[] {
  const duties = findOpenDuties(tx)
  const servicesOf = findServices(tx)
  const live = findByStatus(tx, date, ['called', 'serving'])
  return namesInUse(tx).map(({ window, name }) => {
    const open = duties.find((each) => each.window === window)
    return {
      window,
      name,
      state: stateOf(open),
      services: servicesOf.get(window) ?? new Map(),
      duty: open === undefined ? null : toDuty(open),
      dutyId: open?.id ?? null,
      clerkName: open?.clerkName ?? null,
      takenOver: open?.takenOver ?? null,
      occupant: live.find((ticket) => ticket.window === window) ?? null,
    }
  })
}

/** The windows in use by number and name. */
export function findHallWindowNames(tx: Tx): { readonly window: number; readonly name: string }[] {
  return namesInUse(tx).map(({ window, name }) => ({ window, name }))
}

function namesInUse(tx: Tx) {
  return tx.steady('windows', () => windowsInUse(tx).all())
}

/** Whether any window is open and who has it, without the tickets: for the counts of the board. */
export function findOpenDuties(tx: Tx): readonly OpenDuty[] {
  return tx.steady('duties', () => readOpenDuties(tx))
}

function readOpenDuties(tx: Tx): OpenDuty[] {
  return openDuties(tx)
    .all()
    .map(({ duty: row, clerkName }) => ({
      id: row.id,
      window: row.window,
      staff: row.staff,
      device: row.device as DeviceId | null,
      openedAt: row.openedAt,
      pausedAt: row.pausedAt,
      reason: row.reason,
      until: row.until,
      takenOver: row.takenOver,
      clerkName,
    }))
}

/** A window as far as it decides who is ahead of whom. */
export type ServingWindow = Pick<HallWindow, 'window' | 'state' | 'services'>

/** What every window serves and whether it is open, without its clerk and ticket. */
export function findServingWindows(tx: Tx): readonly ServingWindow[] {
  return tx.steady('serving windows', () => readServingWindows(tx))
}

function readServingWindows(tx: Tx): ServingWindow[] {
  const servicesOf = findServices(tx)
  const rows = tx.sql.prepare(STATES).raw().all() as [number, 0 | 1, 0 | 1][]
  return rows.map(([window, hasDuty, isPaused]) => ({
    window,
    state: hasDuty === 0 ? 'closed' : isPaused === 1 ? 'paused' : 'open',
    services: servicesOf.get(window) ?? new Map(),
  }))
}

function findServices(tx: Tx): ReadonlyMap<number, ReadonlyMap<TopicKey, WindowService>> {
  return tx.steady('services', () => readServices(tx))
}

function readServices(tx: Tx): Map<number, Map<TopicKey, WindowService>> {
  const found = new Map<number, Map<TopicKey, WindowService>>()
  for (const [window, topicKey, rank] of tx.sql.prepare(SERVICES).raw().all() as [
    number,
    TopicKey,
    WindowService,
  ][]) {
    const of = found.get(window) ?? new Map<TopicKey, WindowService>()
    found.set(window, of.set(topicKey, rank))
  }
  return found
}

function stateOf(open: Duty | undefined): HallWindow['state'] {
  if (open === undefined) return 'closed'
  return open.pausedAt === null ? 'open' : 'paused'
}

function toDuty({ staff: clerk, device, openedAt, pausedAt, reason, until }: OpenDuty): Duty {
  return { staff: clerk, device, openedAt, pausedAt, reason, until }
}

/** Writes what a decision made of a window's duty: a new one, a changed one, or its end. */
export function saveDuty(
  tx: Tx,
  before: NamedWindow,
  after: HallWindow,
  opening: { readonly id: string; readonly takenOver: string | null },
): void {
  const isSame =
    before.duty !== null &&
    after.duty?.openedAt === before.duty.openedAt &&
    after.duty.staff === before.duty.staff
  if (before.dutyId !== null && isSame && after.duty !== null) {
    const { pausedAt, reason, until } = after.duty
    tx.query.update(duty).set({ pausedAt, reason, until }).where(eq(duty.id, before.dutyId)).run()
    return
  }
  if (before.dutyId !== null)
    tx.query
      .update(duty)
      .set({ closedAt: tx.at, pausedAt: null, reason: null, until: null })
      .where(eq(duty.id, before.dutyId))
      .run()
  if (after.duty !== null)
    tx.query
      .insert(duty)
      .values({ ...opening, window: after.window, ...after.duty })
      .run()
}

/** The open duty of a window, if any. */
export function findDutyAt(tx: Tx, window: number): string | null {
  return (tx.sql
    .prepare('SELECT id FROM duty WHERE "window" = ? AND closed_at IS NULL')
    .pluck()
    .get(window) ?? null) as string | null
}

/** The window where a clerk is on duty, if any. */
export function findWindowOfStaff(tx: Tx, clerk: StaffId): number | null {
  return dutyOfStaff(tx).get({ clerk })?.window ?? null
}

/** Closes the duty of a window at the end of the day (Q13). */
export function closeAllDuties(tx: Tx, at: Instant): void {
  tx.query
    .update(duty)
    .set({ closedAt: at, pausedAt: null, reason: null, until: null })
    .where(isNull(duty.closedAt))
    .run()
}

export interface TopicFacts {
  readonly topic: TopicKey
  readonly line: LineKey
  readonly prefix: string
  readonly lineName: string
  readonly unit: UnitCode
  readonly unitName: string
  readonly serviceMinutes: number
}

/** The tiles of the kiosk with the line and unit behind each. */
export function findTopics(tx: Tx): readonly TopicFacts[] {
  return tx.steady(
    'topics',
    () => tx.sql.prepare(`${TOPICS} ORDER BY topic.place LIMIT 60`).all() as TopicFacts[],
  )
}

/** One tile with its line and unit. */
export function findTopic(tx: Tx, topic: TopicKey): TopicFacts | undefined {
  return findTopics(tx).find((each) => each.topic === topic)
}

/** Which tickets a window holds. */
export function heldBy(tickets: readonly Ticket[], window: number): number {
  return tickets.filter((ticket) => ticket.status === 'held' && ticket.window === window).length
}

/** Replaces what a window serves; it counts from the next call (Q21). */
export function saveServices(tx: Tx, window: number, services: ReadonlyMap<TopicKey, WindowService>): void {
  tx.query.delete(windowService).where(eq(windowService.window, window)).run()
  for (const [topicKey, rank] of services)
    tx.query.insert(windowService).values({ window, topic: topicKey, rank }).run()
}
