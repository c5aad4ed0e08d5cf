import type { ClockKind, MarkThreshold } from '@counter/shared/vocabulary/case'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseClocks } from './case-clocks.ts'

/** One crossing of a threshold; unique per case, kind, threshold and due (C521). */
export interface DueMark {
  readonly kind: ClockKind
  readonly threshold: MarkThreshold
  readonly dueAt: Instant
  readonly crossedAt: Instant
}

/** The crossings of a running clock up to `now`, earliest first. After an outage both may be late at once (C521). */
export function dueMarks(reading: ClockReading, now: Instant): readonly DueMark[] {
  const { kind, state, dueAt, yellowAt } = reading
  if (state !== 'running' || dueAt === null) return []
  const marks: DueMark[] = []
  if (yellowAt !== null && yellowAt <= now)
    marks.push({ kind, threshold: 'yellow', dueAt, crossedAt: yellowAt })
  // The due instant itself is still in time (C503).
  if (dueAt < now) marks.push({ kind, threshold: 'red', dueAt, crossedAt: dueAt })
  return marks
}

/** The crossings of all clocks of a case up to `now`. */
export function dueMarksOf(clocks: CaseClocks, now: Instant): readonly DueMark[] {
  return Object.values(clocks).flatMap((reading) => (reading === null ? [] : dueMarks(reading, now)))
}
