import type { Instant } from '@counter/shared/vocabulary/time'
import type { Audience, News } from '../domain/record/audience.ts'
import type { Sql, Tx } from './tx.ts'

/** One row of one audience's stream: everything one use case changed for it. */
export interface StreamNews {
  readonly audience: Audience
  readonly epoch: string
  readonly seq: number
  readonly news: readonly News[]
}

/** How many rows a stream keeps for readers who come back (R20: older ones get a snapshot). */
const KEPT = 600
const SWEEP_EVERY = 200

/** Appends one row per audience in the transaction of the change (R19). */
export function appendNews(
  sql: Sql,
  epoch: string,
  at: Instant,
  streams: ReadonlyMap<Audience, readonly News[]>,
): StreamNews[] {
  const raise = sql
    .prepare(
      'INSERT INTO stream VALUES (?, ?, 1) ON CONFLICT (audience) DO UPDATE SET seq = seq + 1 RETURNING seq',
    )
    .pluck()
  const append = sql.prepare('INSERT INTO stream_event VALUES (?, ?, ?, ?)')
  return [...streams].map(([audience, news]) => {
    const seq = raise.get(audience, epoch) as number
    append.run(audience, seq, at, JSON.stringify(news))
    if (seq % SWEEP_EVERY === 0)
      sql.prepare('DELETE FROM stream_event WHERE audience = ? AND seq <= ?').run(audience, seq - KEPT)
    return { audience, epoch, seq, news }
  })
}

/** Where a stream stands now; a stream nobody wrote to yet stands at 0. */
export function streamSeq(tx: Tx, audience: Audience): number {
  return (
    (tx.sql.prepare('SELECT seq FROM stream WHERE audience = ?').pluck().get(audience) as
      | number
      | undefined) ?? 0
  )
}

/** The rows after `seq`, or null when they are too many or no longer kept (R20). */
export function findNewsAfter(
  tx: Tx,
  audience: Audience,
  epoch: string,
  seq: number,
  most = 300,
): StreamNews[] | null {
  const last = streamSeq(tx, audience)
  if (seq > last || last - seq > most) return null
  const rows = tx.sql
    .prepare('SELECT seq, news FROM stream_event WHERE audience = ? AND seq > ? ORDER BY seq')
    .all(audience, seq) as { seq: number; news: string }[]
  if (rows.length !== last - seq) return null
  return rows.map((row) => ({ audience, epoch, seq: row.seq, news: JSON.parse(row.news) as News[] }))
}
