import type { CaseEventView } from '@counter/shared/contract/case-event'
import type { z } from 'zod'
import type { EventLine } from '../usecases/cases/case-detail-facts.ts'

/** A line of the timeline; of its payload only the moved dates and the changed item are told (P33). */
export function toEvent({ event, by, text, items, isVoided }: EventLine): z.infer<typeof CaseEventView> {
  const { id, rev, type, occurredAt, recordedAt, from, to, lateReason } = event
  const line = { id, rev, type, occurredAt, recordedAt, by, from, to, text, lateReason, isVoided }
  if (!('moves' in event.payload)) return line
  const moves = event.payload.moves.map((move) => ({ kind: move.kind, from: move.from, to: move.to }))
  return { ...line, moves, ...(items === null ? {} : { items: { from: items.from, to: items.to } }) }
}
