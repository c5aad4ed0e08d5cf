import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { instantAt, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { deemedOn } from './deemed.ts'
import type { DueMark } from './marks.ts'

/** When the next crossing of a clock comes that has not fired yet, or null (C521). */
export function nextMarkAt(reading: ClockReading, fired: readonly DueMark[]): Instant | null {
  const { kind, state, dueAt, yellowAt } = reading
  if (state !== 'running' || dueAt === null) return null
  const has = (threshold: DueMark['threshold']) =>
    fired.some((mark) => mark.kind === kind && mark.threshold === threshold && mark.dueAt === dueAt)
  if (has('red')) return null
  // The due instant itself is in time; one millisecond later is late (C503).
  if (yellowAt === null || has('yellow')) return instantOf(toMs(dueAt) + 1)
  return yellowAt
}

/** When a case whose notice clock runs is taken as accepted: at the beginning of that day (C514). */
export function deemedAt(calendar: WorkingCalendar, notice: ClockReading): Instant | null {
  return notice.state === 'running' ? instantAt(deemedOn(calendar, notice), '00:00' as PlainTime) : null
}
