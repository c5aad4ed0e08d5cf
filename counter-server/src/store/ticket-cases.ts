import type { CaseId, TicketId } from '@counter/shared/vocabulary/ids'
import type { Tx } from './tx.ts'

/** The cases that came of a ticket, oldest first (Q32). */
export function findCaseIdsOf(tx: Tx, ticket: TicketId): CaseId[] {
  return tx.sql
    .prepare('SELECT id FROM "case" WHERE ticket = ? ORDER BY received_at LIMIT 20')
    .pluck()
    .all(ticket) as CaseId[]
}

/** A case of the ticket that waits for papers: its notice is what outcome 4 needs (Q32). */
export function findNoticeOf(tx: Tx, ticket: TicketId): CaseId | null {
  return (tx.sql
    .prepare(`SELECT id FROM "case" WHERE ticket = ? AND status = 'supplement' LIMIT 1`)
    .pluck()
    .get(ticket) ?? null) as CaseId | null
}
