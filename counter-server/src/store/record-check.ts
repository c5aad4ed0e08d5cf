import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Difference } from './rebuild.ts'
import type { Tx } from './tx.ts'

/** What the nightly check of a day found (Q67). */
export interface RecordCheck {
  readonly day: PlainDate
  readonly events: number
  readonly rows: number
  readonly differences: number
  readonly first: Pick<Difference, 'table' | 'key' | 'column'> | null
}

const SUBJECT = 'record'

/** Writes down that a day was compared with its events. */
export function recordCheck(tx: Tx, check: RecordCheck): void {
  tx.record({
    type: 'record.checked',
    subject: SUBJECT,
    version: 1,
    origin: { actor: 'system', role: 'system', device: null, commandId: null },
    data: { ...check },
  })
}

/** The newest check, or null before the first one. */
export function findLastCheck(tx: Tx): RecordCheck | null {
  const data = tx.sql
    .prepare('SELECT data FROM journal WHERE subject = ? ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get(SUBJECT) as string | undefined
  return data === undefined ? null : (JSON.parse(data) as RecordCheck)
}
