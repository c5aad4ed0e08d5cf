import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Decision, QueueEvent } from '../../domain/queue/act.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { nextAnnouncementSeq } from '../../store/announcements.ts'
import { findDutyAt } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { saveLeg, saveTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'

/** Writes a decided act: the ticket, its event, its leg, and the news of it, all in one transaction (I3). */
export function saveDecision(tx: Tx, origin: Origin, before: Ticket, { ticket, event }: Decision): Ticket {
  saveTicket(tx, before, ticket)
  recordEvent(tx, origin, ticket, { ...event, data: { ...event.data, ...callFacts(tx, ticket, event) } })
  followLeg(tx, before, ticket, event)
  tx.tell({ kind: 'ticket_changed', id: ticket.id })
  return ticket
}

/** Journals an event of a ticket under its new version. */
export function recordEvent(tx: Tx, origin: Origin, ticket: Ticket, event: QueueEvent): void {
  tx.record({ type: event.type, subject: ticket.id, version: ticket.version, origin, data: event.data })
}

// A call or recall is announced in the same transaction, so it names its place in the ledger (queue.md 12).
function callFacts(tx: Tx, { window }: Ticket, { type }: QueueEvent): QueueEvent['data'] {
  if (window === null) return {}
  if (type === 'ticket.recalled') return { seq: nextAnnouncementSeq(tx) }
  if (type === 'ticket.called') return { duty: findDutyAt(tx, window), seq: nextAnnouncementSeq(tx) }
  return {}
}

// The leg is the visit as statistics read it; it follows the ticket and is never decided by itself.
function followLeg(tx: Tx, before: Ticket, after: Ticket, { type, data }: QueueEvent): void {
  if (before.leg === 0) return
  switch (type) {
    case 'ticket.started':
      return saveLeg(tx, before, { startedAt: after.startedAt })
    case 'ticket.finished':
      return saveLeg(tx, before, {
        endedAt: after.finishedAt,
        endedAs: 'served',
        outcome: after.outcome,
        topicServed: (data['topicServed'] as TopicKey | undefined) ?? after.topic,
      })
    case 'ticket.reopened':
      return saveLeg(tx, before, { endedAt: null, endedAs: null, outcome: null, topicServed: null })
    case 'ticket.missed':
    case 'ticket.transferred':
    case 'ticket.cancelled':
    case 'call.undone':
    case 'ticket.released':
    case 'ticket.absent':
    case 'ticket.moved':
    case 'ticket.served_by_hand':
      return saveLeg(tx, before, { endedAt: tx.at, endedAs: type })
    default:
      return
  }
}
