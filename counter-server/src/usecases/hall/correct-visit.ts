import type { TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { correctVisit, type VisitRecord } from '../../domain/queue/correcting.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findServedAt, findTicket, findVisitRecord, saveLeg, saveTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type DeskResult, deskResult, type TicketFacts, ticketFacts } from './desk-result.ts'
import { todayOf } from './hall-now.ts'
import { requireTopic } from './issue-ticket.ts'
import { requireVersion } from './require-ticket.ts'
import { recordEvent } from './save-decision.ts'

const SHOWN = 20

export interface CorrectVisit {
  readonly origin: Origin
  readonly ticket: TicketId
  readonly expectedVersion: number | null
  readonly outcome: VisitOutcome | null
  readonly topicServed: TopicKey | null
  readonly reason: string
}

/** Outcome or topic of an ended visit is put right, with a reason, also on a later day; times stay (Q34). */
export function correctEndedVisit(deps: Deps, command: CorrectVisit): Promise<DeskResult> {
  const { origin, ticket: id, expectedVersion, outcome, topicServed, reason } = command
  const content = { id, expectedVersion, outcome, topicServed, reason }
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.correct', subject: id, content }, () => {
      const before = findTicket(tx, id)
      if (before === undefined) throw new Refusal('ticket.not_found')
      requireVersion(before, expectedVersion)
      const topic = topicServed === null ? null : requireTopic(tx, topicServed).topic
      const { ticket, record, events } = correctVisit(before, recordOf(tx, before), {
        outcome,
        topicServed: topic,
        reason,
      })
      saveTicket(tx, before, ticket)
      if (ticket.leg > 0) saveLeg(tx, ticket, { ...record })
      for (const event of events) recordEvent(tx, origin, ticket, event)
      tx.tell({ kind: 'ticket_changed', id })
      return deskResult(tx, ticket, null)
    }),
  )
}

function recordOf(tx: Tx, { id, outcome, topic }: Ticket): VisitRecord {
  return findVisitRecord(tx, id) ?? { outcome, topicServed: topic }
}

/** What a window served last today, for a look back and a correction. */
export function readServed({ store }: Pick<Deps, 'store'>, window: number): TicketFacts[] {
  return store.read((tx) =>
    findServedAt(tx, todayOf(tx), window, SHOWN).map((ticket) => ticketFacts(tx, ticket)),
  )
}
