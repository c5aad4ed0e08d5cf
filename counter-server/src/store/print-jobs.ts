import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { PrintState } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { eq } from 'drizzle-orm'
import { printJob } from './schema/queue.ts'
import type { Tx } from './tx.ts'

export interface PrintJobDraft {
  readonly id: string
  readonly ticket: TicketId
  readonly device: string | null
}

/** The one automatic paper of a ticket (Q6, Q44). */
export function insertPrintJob(tx: Tx, draft: PrintJobDraft): void {
  tx.query
    .insert(printJob)
    .values({ ...draft, state: 'queued', nth: 1, queuedAt: tx.at })
    .run()
}

export function findPrintJob(tx: Tx, id: string): typeof printJob.$inferSelect | undefined {
  return tx.query.select().from(printJob).where(eq(printJob.id, id)).get()
}

export function savePrintState(tx: Tx, id: string, state: PrintState): void {
  tx.query.update(printJob).set({ state, reportedAt: tx.at }).where(eq(printJob.id, id)).run()
}

/** When a kiosk last queued a paper, for the gap between two takes (Q8). */
export function findPrintGap(tx: Tx, device: string): Instant | null {
  return (tx.sql.prepare('SELECT max(queued_at) FROM print_job WHERE device = ?').pluck().get(device) ??
    null) as Instant | null
}
