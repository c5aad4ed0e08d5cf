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
const MOST_PLACES = 500

/** The writing side of all streams: rows as they come, the place of each stream once for all commands of a commit. */
export interface StreamWriter {
  /** Appends one row per audience in the transaction of the change (R19). */
  append(at: Instant, streams: ReadonlyMap<Audience, readonly News[]>): StreamNews[]
  /** Writes where the streams stand, before COMMIT. */
  settle(): void
  /** Something was rolled back: where the streams stand is read again. */
  forget(): void
}

export function writeStreams(sql: Sql, epoch: string): StreamWriter {
  const places = new Map<Audience, number>()
  const moved = new Set<Audience>()

  function placeOf(audience: Audience): number {
    const known = places.get(audience)
    if (known !== undefined) return known
    const kept = sql.prepare('SELECT max(seq) FROM stream_event WHERE audience = ?').pluck().get(audience)
    const stands = sql.prepare('SELECT seq FROM stream WHERE audience = ?').pluck().get(audience)
    return Math.max((kept ?? 0) as number, (stands ?? 0) as number)
  }

  return {
    append(at, streams) {
      // A new centre has no window, so some news concern nobody yet.
      if (streams.size === 0) return []
      const rows = [...streams].map(([audience, news]) => ({
        audience,
        epoch,
        seq: placeOf(audience) + 1,
        news,
      }))
      sql
        .prepare(`INSERT INTO stream_event VALUES ${rows.map(() => '(?, ?, ?, ?)').join(', ')}`)
        .run(rows.flatMap(({ audience, seq, news }) => [audience, seq, at, JSON.stringify(news)]))
      for (const { audience, seq } of rows) {
        places.set(audience, seq)
        moved.add(audience)
        if (seq % SWEEP_EVERY === 0)
          sql.prepare('DELETE FROM stream_event WHERE audience = ? AND seq <= ?').run(audience, seq - KEPT)
      }
      return rows
    },
    settle() {
      const raise = sql.prepare(
        'INSERT INTO stream VALUES (?, ?, ?) ON CONFLICT (audience) DO UPDATE SET seq = excluded.seq',
      )
      // A command that was taken back may have made one forget, so the place is asked for and not remembered.
      for (const audience of moved) raise.run(audience, epoch, placeOf(audience))
      moved.clear()
      // A case is told of a few times in its life, so its place need not be remembered for ever.
      if (places.size > MOST_PLACES) places.clear()
    },
    forget: () => places.clear(),
  }
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
