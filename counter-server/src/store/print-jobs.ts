import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { PrintFault } from '@counter/shared/vocabulary/paper'
import type { PrintState } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq } from 'drizzle-orm'
import { printJob } from './schema/queue.ts'
import type { Tx } from './tx.ts'

export type PrintJobRow = typeof printJob.$inferSelect

export interface PrintJobDraft {
  readonly id: string
  readonly ticket: TicketId
  readonly device: string | null
  /** 1 is the one automatic paper of a ticket (Q6, Q44); the others were asked for. */
  readonly nth: number
}

export function insertPrintJob(tx: Tx, draft: PrintJobDraft): void {
  tx.sql
    .prepare(
      "INSERT INTO print_job (id, ticket, device, nth, state, queued_at) VALUES (?, ?, ?, ?, 'queued', ?)",
    )
    .run(draft.id, draft.ticket, draft.device, draft.nth, tx.at)
}

export function findPrintJob(tx: Tx, id: string): PrintJobRow | undefined {
  return tx.query.select().from(printJob).where(eq(printJob.id, id)).get()
}

/** The papers of one ticket, first to last (U30). */
export function findPapers(tx: Tx, ticket: TicketId): PrintJobRow[] {
  return tx.query
    .select()
    .from(printJob)
    .where(eq(printJob.ticket, ticket))
    .orderBy(asc(printJob.nth))
    .limit(50)
    .all()
}

/** The place of one more paper in the trail of a ticket; the trail that is shown may be shorter. */
export function nextPaper(tx: Tx, ticket: TicketId): number {
  const last = tx.sql.prepare('SELECT max(nth) FROM print_job WHERE ticket = ?').pluck().get(ticket)
  return Number(last ?? 0) + 1
}

/** Papers that were given to a printer when the server stopped; nobody knows what became of them (Q44). */
export function findSentPapers(tx: Tx): PrintJobRow[] {
  return tx.query.select().from(printJob).where(eq(printJob.state, 'sent')).limit(200).all()
}

export function savePrintSent(tx: Tx, id: string, printer: string | null): void {
  tx.query.update(printJob).set({ state: 'sent', sentAt: tx.at, printer }).where(eq(printJob.id, id)).run()
}

export function savePrintState(tx: Tx, id: string, state: PrintState, fault: PrintFault | null): void {
  tx.query.update(printJob).set({ state, fault, reportedAt: tx.at }).where(eq(printJob.id, id)).run()
}

/** When a kiosk last queued the first paper of a number, for the gap between two takes (Q8). */
export function findPrintGap(tx: Tx, device: string): Instant | null {
  return (tx.sql
    .prepare('SELECT queued_at FROM print_job WHERE device = ? AND nth = 1 ORDER BY queued_at DESC LIMIT 1')
    .pluck()
    .get(device) ?? null) as Instant | null
}
