import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { Refusal } from '../refusal.ts'
import { type QueueEvent, requireReason } from './act.ts'
import type { Ticket } from './ticket.ts'

/** What a visit was recorded with; times are never among it (Q34). */
export interface VisitRecord {
  readonly outcome: VisitOutcome | null
  readonly topicServed: TopicKey
}

export interface Correction {
  readonly outcome: VisitOutcome | null
  readonly topicServed: TopicKey | null
  readonly reason: string | null
}

/**
 * Corrects outcome or topic of an ended visit, with a reason; one event for each field that changes (Q34). Refuses
 * `ticket.wrong_status` unless it was served, `reason.required`, and `correction.nothing` when all stays as it is.
 */
export function correctVisit(
  ticket: Ticket,
  before: VisitRecord,
  correction: Correction,
): { readonly ticket: Ticket; readonly record: VisitRecord; readonly events: readonly QueueEvent[] } {
  const { number: n, status } = ticket
  if (status !== 'served') throw new Refusal('ticket.wrong_status', { n, status, action: 'correct' })
  const reason = requireReason(correction.reason)
  const record = {
    outcome: correction.outcome ?? before.outcome,
    topicServed: correction.topicServed ?? before.topicServed,
  }
  const fields = (['outcome', 'topicServed'] as const).filter((field) => record[field] !== before[field])
  if (fields.length === 0) throw new Refusal('correction.nothing')
  return {
    ticket: { ...ticket, outcome: record.outcome, version: ticket.version + 1 },
    record,
    events: fields.map((field) => ({
      type: 'leg.corrected',
      data: { leg: ticket.leg, field, old: before[field], new: record[field], reason },
    })),
  }
}
