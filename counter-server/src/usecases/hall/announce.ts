import type { AnnouncementKind } from '@counter/shared/vocabulary/ticket'
import { announcementOf, tagOf } from '../../domain/queue/announcement.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { cancelUnspoken, insertAnnouncement, withdrawAnnouncements } from '../../store/announcements.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'
import { todayOf } from './hall-now.ts'

/** Writes the call into the announcement ledger, in the transaction of the call itself (Q51, QI17). */
export function announce(tx: Tx, origin: Origin, kind: AnnouncementKind, ticket: Ticket): void {
  const { id, number, prefix, serial, window, callNo, version } = ticket
  if (window === null) return
  // A recall says what its unspoken predecessor would have said (Q56).
  recordCancelled(tx, origin, ticket, { seqs: cancelUnspoken(tx, id), cause: 'merged' })
  const { clips } = announcementOf({ kind, prefix, serial, window })
  const seq = insertAnnouncement(tx, {
    businessDate: todayOf(tx),
    kind,
    ticket: id,
    number,
    tag: tagOf(ticket),
    window,
    callNo,
    clips,
  })
  tx.record({
    type: 'announcement.queued',
    subject: id,
    version,
    origin,
    data: { seq, kind, window, callNo },
  })
  tx.tell({ kind: 'call_announced', seq })
}

/** Takes a ticket's calls off the wall: undone or missed, it is nobody's turn any more (Q26, Q56). */
export function silence(tx: Tx, origin: Origin, ticket: Ticket): void {
  if (ticket.calledAt === null) return
  const seqs = withdrawAnnouncements(tx, ticket.id, ticket.calledAt)
  recordCancelled(tx, origin, ticket, { seqs, cause: 'taken_back' })
  for (const seq of seqs) tx.tell({ kind: 'call_withdrawn', seq })
}

/** The person is here: what was not spoken yet need not be, but the wall keeps its highlight (Q56, U24). */
export function hushCalls(tx: Tx, origin: Origin, ticket: Ticket): void {
  recordCancelled(tx, origin, ticket, { seqs: cancelUnspoken(tx, ticket.id), cause: 'started' })
}

function recordCancelled(
  tx: Tx,
  origin: Origin,
  { id, version }: Ticket,
  { seqs, cause }: { seqs: readonly number[]; cause: 'taken_back' | 'started' | 'merged' },
): void {
  for (const seq of seqs)
    tx.record({ type: 'announcement.cancelled', subject: id, version, origin, data: { seq, cause } })
}
