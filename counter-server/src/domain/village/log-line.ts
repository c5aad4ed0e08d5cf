import type { Satisfaction } from '@counter/shared/vocabulary/agency'
import type { CaseEventType, Decision } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseEvent } from '../case/event.ts'
import type { PaperTaken } from '../case/material-mark.ts'
import { papersTakenIn } from '../case/papers-at-point.ts'
import { standingEvents, voidedEvents } from '../case/standing-events.ts'

/** An event with who recorded it and what was written beside it. */
export type ToldEvent = CaseEvent & { readonly actor: string; readonly text: string | null }

/** What the book says of a case beyond its row; what has not happened is empty (V17, V18). */
export interface LogLine {
  readonly papers: readonly PaperTaken[]
  readonly carrier: string | null
  /** In hand at the hall: the papers where they followed, else the case. */
  readonly handedUpAt: Instant | null
  readonly noticeAt: Instant | null
  readonly relayedAt: Instant | null
  readonly result: Decision | null
  readonly delivery: { readonly at: Instant; readonly to: string; readonly way: string } | null
  readonly fee: { readonly cents: number; readonly receiptNumber: string } | null
  readonly returned: readonly { readonly at: Instant; readonly names: readonly string[] }[]
  readonly followUp: {
    readonly at: Instant
    readonly by: string
    readonly satisfaction: Satisfaction
    readonly remark: string
  } | null
  readonly revokedAt: Instant | null
  readonly corrections: readonly LogCorrection[]
}

/** A correction is a new event; the line shows what was taken back, by whom and why (V16). */
export interface LogCorrection {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly type: CaseEventType
  /** When what was taken back was said to have happened. */
  readonly was: Instant
}

/** One line of the 代办台账 from the events of its case (V16, V17). */
export function logLine(events: readonly ToldEvent[]): LogLine {
  const standing = standingEvents(events)
  const last = <Type extends CaseEventType>(type: Type) => lastOf(standing, type)
  const registered = last('case.registered')
  const delivered = last('case.delivered')
  const followed = last('followup.recorded')
  return {
    papers: papersTakenIn(events),
    carrier: last('case.received')?.actor ?? null,
    handedUpAt: handedUpAt(standing, registered?.payload.papers ?? []),
    noticeAt: last('supplement.requested')?.occurredAt ?? null,
    relayedAt: last('notice.relayed')?.occurredAt ?? null,
    result: (last('case.decided') ?? last('case.result_recorded'))?.payload.decision ?? null,
    delivery: delivered && {
      at: delivered.occurredAt,
      to: delivered.payload.receiver,
      way: delivered.payload.way,
    },
    fee: delivered?.payload.fee ?? null,
    returned: standing.flatMap((event) =>
      event.type === 'originals.returned' ? [{ at: event.occurredAt, names: event.payload.names }] : [],
    ),
    followUp: followed && {
      at: followed.occurredAt,
      by: followed.actor,
      satisfaction: followed.payload.satisfaction,
      remark: followed.text ?? '',
    },
    revokedAt: last('authority.revoked')?.occurredAt ?? null,
    corrections: correctionsOf(events),
  }
}

// The way up ends with the papers, where any had to follow (V21).
function handedUpAt(events: readonly ToldEvent[], papers: readonly PaperTaken[]): Instant | null {
  const isThere = (event: ToldEvent) =>
    papers.length === 0
      ? event.type === 'case.received'
      : event.type === 'papers.handed' && event.payload.way === 'up'
  return events.find(isThere)?.occurredAt ?? null
}

function lastOf<Type extends CaseEventType>(
  events: readonly ToldEvent[],
  type: Type,
): (ToldEvent & CaseEvent<Type>) | null {
  return (events.findLast((event) => event.type === type) ?? null) as (ToldEvent & CaseEvent<Type>) | null
}

function correctionsOf(events: readonly ToldEvent[]): readonly LogCorrection[] {
  const voided = voidedEvents(events)
  return events.flatMap((event) => {
    if (event.type !== 'event.voided' || !voided.has(event.payload.eventId)) return []
    const taken = events.find(({ id }) => id === event.payload.eventId)
    if (taken === undefined) return []
    const { occurredAt: at, actor: by, payload } = event
    return [{ at, by, reason: payload.reason, type: taken.type, was: taken.occurredAt }]
  })
}
