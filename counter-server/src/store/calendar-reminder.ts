import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** The newest reminder that a year's calendar is missing, or null (C608). */
export function findLastReminder(tx: Tx): { readonly day: PlainDate } | null {
  const data = tx.sql
    .prepare("SELECT data FROM journal WHERE subject = 'calendar' ORDER BY seq DESC LIMIT 1")
    .pluck()
    .get() as string | undefined
  return data === undefined ? null : (JSON.parse(data) as { readonly day: PlainDate })
}
