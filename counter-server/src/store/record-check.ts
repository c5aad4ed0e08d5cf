import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Difference } from './rebuild.ts'
import type { Tx } from './tx.ts'

/** What a nightly check found (Q67, C305). */
export interface RecordCheck {
  readonly day: PlainDate
  readonly events: number
  readonly rows: number
  readonly differences: number
  readonly first: Pick<Difference, 'table' | 'key' | 'column'> | null
}

/** What was made again and compared: the hall of a day, or the cases or letters as they stood after it. */
export type Checked = 'record' | 'cases' | 'letters'

/** Writes down that rows were compared with their events. */
export function recordCheck(tx: Tx, checked: Checked, check: RecordCheck): void {
  tx.record({
    type: `${checked}.checked`,
    subject: checked,
    version: 1,
    origin: { actor: 'system', role: 'system', device: null, commandId: null },
    data: { ...check },
  })
}

/** The newest check, or null before the first one. */
export function findLastCheck(tx: Tx, checked: Checked): RecordCheck | null {
  const data = tx.sql
    .prepare('SELECT data FROM journal WHERE subject = ? ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get(checked) as string | undefined
  return data === undefined ? null : (JSON.parse(data) as RecordCheck)
}
