import type { UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate, instantAt, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import type { HallAlarm } from '../../domain/queue/hall-alarm.ts'
import { type AsReported, asReported } from '../../domain/village/as-reported.ts'
import type { PointAlarm } from '../../domain/village/point-alarms.ts'
import { findLateMarks, type LateMarks } from '../../store/case-clocks.ts'
import { countApprovals, findCases } from '../../store/case-lists.ts'
import { countCaseDay, countDecidedByUnit, countReceived, countTicketDay } from '../../store/figures.ts'
import { countOpenOrders, type OrderCounts } from '../../store/orders.ts'
import { type DeviceRow, findDevices } from '../../store/people.ts'
import { findRevealLimits } from '../../store/reveal-limits.ts'
import { countServedByHand } from '../../store/served-by-hand.ts'
import { countServed } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type WindowFacts, windowFacts } from '../hall/desk-result.ts'
import { readHallNow } from '../hall/hall-now.ts'
import { type AttentionFacts, readAttention } from '../hall/settle-attention.ts'
import type { WaitEstimator } from '../hall/wait.ts'
import { readPointStandings } from '../village/point-standings.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { type Counters, readBoard } from './read-board.ts'

/** One window of today's board. */
export interface WindowLine {
  readonly window: WindowFacts
  readonly current: string | null
  readonly servedToday: number
}

/** Today's live board (L-1). */
export interface SuperviseFacts extends Counters {
  readonly at: Instant
  readonly alarm: HallAlarm | null
  readonly waiting: number
  readonly longestWaitMinutes: number | null
  readonly meanWaitMinutes: number | null
  readonly windows: readonly WindowLine[]
  readonly issuedToday: number
  /** 补录: of today's numbers, those written down afterwards (Q35). */
  readonly enteredLaterToday: number
  readonly acceptedToday: number
  readonly decidedToday: number
  readonly byUnit: readonly (Counters & {
    readonly unit: UnitCode
    readonly name: string
    readonly decidedThisMonth: number
    readonly onTimeThisMonth: number
  })[]
  readonly byVillage: readonly (Counters & {
    readonly village: VillageCode
    readonly name: string
    readonly receivedToday: number
    readonly lastContactAt: string | null
    readonly said: AsReported
    readonly alarms: readonly PointAlarm[]
  })[]
  readonly lateMarks: LateMarks | null
  /** Who wanted to see more personal fields than an hour allows, today (P34). */
  readonly revealLimits: readonly { readonly name: string; readonly at: Instant }[]
  readonly orders: OrderCounts
  readonly approvals: number
  readonly leftOver: readonly CaseLine[]
  readonly notTaken: readonly CaseLine[]
  readonly urgent: readonly CaseLine[]
  readonly devices: readonly DeviceRow[]
  readonly attention: readonly AttentionFacts[]
}

const MOST_URGENT = 10
const MOST_LEFT_OVER = 20
const SUPERVISOR = { actor: 'supervisor', staff: null } as const

/** Reads hall and cases for the supervisor: a handful of indexed readings, whatever the size of the store. */
export function readSupervise(
  deps: Pick<Deps, 'queue'> & { readonly wait: WaitEstimator },
  tx: Tx,
): SuperviseFacts {
  const today = civilDate(tx.at)
  const midnight = instantAt(today, '00:00' as PlainTime)
  const { lights, dueToday, byUnit, byVillage } = readBoard(tx, SUPERVISOR)
  return {
    at: tx.at,
    alarm: deps.wait.alarm(tx),
    ...hallFigures(deps, tx, midnight),
    ...countCaseDay(tx, midnight),
    lights,
    dueToday,
    byUnit: withMonth(tx, byUnit, instantAt(`${today.slice(0, 8)}01` as typeof today, '00:00' as PlainTime)),
    byVillage: withContact(tx, byVillage, midnight),
    lateMarks: findLateMarks(tx, midnight),
    revealLimits: findRevealLimits(tx),
    orders: countOpenOrders(tx),
    approvals: countApprovals(tx),
    leftOver: toLines(tx, leftOverRows(tx)),
    notTaken: toLines(tx, findCases(tx, { isNotTaken: true, isOpen: true, limit: MOST_LEFT_OVER })),
    urgent: toLines(tx, urgentRows(tx)),
    devices: findDevices(tx).filter(({ problem, silentAt }) => problem !== null || silentAt !== null),
    attention: readAttention(tx),
  }
}

// Red and yellow ones come first in every list, so the head of the list is the urgent part.
function urgentRows(tx: Tx) {
  const red = findCases(tx, { light: 'red', isOpen: true, limit: MOST_URGENT })
  const rest = MOST_URGENT - red.length
  return rest === 0 ? red : [...red, ...findCases(tx, { light: 'yellow', isOpen: true, limit: rest })]
}

// An immediate case has its close of business behind it and was neither finished nor converted (C203).
function leftOverRows(tx: Tx) {
  const found = { caseType: 'immediate', status: ['received'], light: 'red', isOpen: true } as const
  return findCases(tx, { ...found, limit: MOST_LEFT_OVER }).filter(
    ({ flags }) => !flags.includes('converted'),
  )
}

type HallPart = Pick<
  SuperviseFacts,
  'waiting' | 'longestWaitMinutes' | 'meanWaitMinutes' | 'windows' | 'issuedToday' | 'enteredLaterToday'
>

function hallFigures(deps: Pick<Deps, 'queue'>, tx: Tx, midnight: Instant): HallPart {
  const hall = readHallNow(deps, tx)
  const { issued, meanWaitMs } = countTicketDay(tx, hall.businessDate)
  const longestMs = Math.max(-1, ...hall.waiting.map(({ baseTime }) => toMs(tx.at) - baseTime))
  return {
    waiting: hall.waiting.length,
    longestWaitMinutes: longestMs < 0 ? null : Math.floor(longestMs / 60_000),
    meanWaitMinutes: meanWaitMs === null ? null : Math.round(meanWaitMs / 60_000),
    issuedToday: issued,
    enteredLaterToday: countServedByHand(tx, hall.businessDate),
    windows: hall.windows.map((window) => ({
      window: windowFacts(window),
      current: window.occupant?.number ?? null,
      servedToday: countServed(tx, window.window, midnight),
    })),
  }
}

function withMonth<Row extends { readonly unit: UnitCode }>(tx: Tx, rows: readonly Row[], since: Instant) {
  const decided = countDecidedByUnit(tx, since)
  return rows.map((row) => {
    const counts = decided.get(row.unit)
    return { ...row, decidedThisMonth: counts?.decided ?? 0, onTimeThisMonth: counts?.onTime ?? 0 }
  })
}

function withContact<Row extends { readonly village: VillageCode }>(
  tx: Tx,
  rows: readonly Row[],
  since: Instant,
) {
  const points = new Map(readPointStandings(tx).map((point) => [point.village.code, point]))
  const received = countReceived(tx, since)
  return rows.map((row) => {
    const point = points.get(row.village)
    return {
      ...row,
      receivedToday: received.get(row.village) ?? 0,
      lastContactAt: point?.village.lastContactAt ?? null,
      said: point?.said ?? asReported([], null),
      alarms: point?.alarms ?? [],
    }
  })
}
