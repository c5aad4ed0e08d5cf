import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from './case-state.ts'
import { type ClockContext, type PausedSpan, standstillOf } from './due.ts'

/** The pauses that moved the promise, as the days they took; one that began after the due instant moved nothing (C509, C512). */
export function standstills(
  rules: ClockContext,
  { pauses }: Pick<CaseState, 'pauses'>,
  { segments }: ClockReading,
  until: Instant,
): readonly PausedSpan[] {
  const moved = new Set(
    segments.flatMap(({ reason, eventId }) => (reason === 'paused' && eventId !== null ? [eventId] : [])),
  )
  return pauses
    .filter(({ eventId }) => moved.has(eventId))
    .map((pause) => standstillOf(rules, pause, pause.resumedAt ?? until))
}
