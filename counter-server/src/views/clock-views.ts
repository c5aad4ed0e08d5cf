import type { ClockView } from '@counter/shared/contract/case-clock'
import type { ClockReading, DueReasons, Segment } from '@counter/shared/vocabulary/clock'

export function toClock<Kind extends string>(
  reading: ClockReading<Kind>,
): Omit<ClockView, 'kind'> & { kind: Kind } {
  return {
    kind: reading.kind,
    state: reading.state,
    limit: { value: reading.limit.value, unit: reading.limit.unit },
    startedOn: reading.startedOn,
    dueOn: reading.dueOn,
    dueAt: reading.dueAt,
    yellowAt: reading.yellowAt,
    used: reading.used,
    left: reading.left,
    overdue: reading.overdue,
    provisional: reading.provisional,
    segments: reading.segments.map(toSegment),
    reasons: toReasons(reading.reasons),
  }
}

export function toSegment({ from, to, reason, name, counted, chargedTo, eventId }: Segment) {
  return { from, to, reason, name, counted, chargedTo, eventId }
}

export function toReasons({
  extended,
  nominalOn,
  isDeemed,
  isCut,
  notices,
}: DueReasons): ClockView['reasons'] {
  return { extended, nominalOn, isDeemed, isCut, notices: [...notices] }
}
