import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** The next serial of an implementation code on a day; it commits with the acceptance it belongs to (C1104). */
export function nextExchangeSerial(tx: Pick<Tx, 'sql'>, code: string, day: PlainDate): number {
  return tx.sql
    .prepare(
      'INSERT INTO exchange_counter VALUES (?, ?, 1) ON CONFLICT (code, day) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck()
    .get(code, day) as number
}
