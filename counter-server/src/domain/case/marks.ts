import type { ClockKind, MarkThreshold } from '@counter/shared/vocabulary/case'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { ORDER_LEVELS, type OrderLevel } from '@counter/shared/vocabulary/supervision'
import type { Instant } from '@counter/shared/vocabulary/time'
import { addWorkingDays, closingOf } from '../calendar/working-calendar.ts'
import type { CaseDues } from './case-clocks.ts'
import type { DueReading } from './clock.ts'
import type { ClockContext } from './due.ts'

/** One crossing of a threshold; unique per case, kind, threshold and due (C521). */
export interface DueMark<Kind extends string = ClockKind> {
  readonly kind: Kind
  readonly threshold: MarkThreshold
  readonly dueAt: Instant
  readonly crossedAt: Instant
}

/** A crossing that will come, and the first instant that is past it. */
interface Crossing<Kind extends string> extends DueMark<Kind> {
  readonly firesAt: Instant
}

/** The crossings of a running clock up to `now`, earliest first. After an outage several may be late at once (C521). */
export function dueMarks<Kind extends string>(
  context: ClockContext,
  reading: DueReading<Kind>,
  now: Instant,
): readonly DueMark<Kind>[] {
  return crossingsOf(context, reading)
    .filter(({ firesAt }) => firesAt <= now)
    .map(({ kind, threshold, dueAt, crossedAt }) => ({ kind, threshold, dueAt, crossedAt }))
}

/** The crossings of all clocks of a case up to `now`. */
export function dueMarksOf(context: ClockContext, clocks: CaseDues, now: Instant): readonly DueMark[] {
  return Object.values(clocks).flatMap((reading) => (reading === null ? [] : dueMarks(context, reading, now)))
}

/** When the next crossing of a clock comes that has not fired yet, or null (C521). */
export function nextMarkAt<Kind extends string>(
  context: ClockContext,
  reading: DueReading<Kind>,
  fired: readonly DueMark<Kind>[],
): Instant | null {
  const isFired = ({ kind, threshold, dueAt }: DueMark<Kind>) =>
    fired.some((mark) => mark.kind === kind && mark.threshold === threshold && mark.dueAt === dueAt)
  return crossingsOf(context, reading).find((crossing) => !isFired(crossing))?.firesAt ?? null
}

// Only the promise has a ladder (C704); it stops with the clock, so a paused case climbs no higher (C703).
function crossingsOf<Kind extends string>(
  context: ClockContext,
  reading: DueReading<Kind>,
): readonly Crossing<Kind>[] {
  const { kind, state, dueAt, yellowAt } = reading
  if (state !== 'running' || dueAt === null) return []
  const yellow: readonly Crossing<Kind>[] =
    yellowAt === null ? [] : [{ kind, threshold: 'yellow', dueAt, crossedAt: yellowAt, firesAt: yellowAt }]
  const ladder = kind === 'committed' ? laddersOf(context, reading, dueAt) : []
  return [...yellow, late(kind, 'red', dueAt, dueAt), ...ladder]
}

function laddersOf<Kind extends string>(
  { calendar, settings }: ClockContext,
  { kind, dueOn }: DueReading<Kind>,
  dueAt: Instant,
) {
  return ORDER_LEVELS.map((level) => {
    const days = settings[STEP_OF[level]]
    const crossedAt = days === 0 ? dueAt : closingOf(calendar, addWorkingDays(calendar, dueOn, days))
    return late(kind, level, dueAt, crossedAt)
  }).toSorted((a, b) => (a.firesAt < b.firesAt ? -1 : Number(a.firesAt > b.firesAt)))
}

const STEP_OF = {
  unit_head: 'toUnitHead',
  deputy_leader: 'toDeputyLeader',
  chief_leader: 'toChiefLeader',
} as const satisfies Record<OrderLevel, string>

// The last instant itself is in time; one millisecond later is late (C503).
function late<Kind extends string>(
  kind: Kind,
  threshold: MarkThreshold,
  dueAt: Instant,
  crossedAt: Instant,
): Crossing<Kind> {
  return { kind, threshold, dueAt, crossedAt, firesAt: instantOf(toMs(crossedAt) + 1) }
}
