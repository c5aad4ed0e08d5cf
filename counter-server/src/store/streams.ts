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
/** More rows than this go in several statements. */
const AT_ONCE = 24

/** What one command changed for each audience; a piece of news is kept under its text, so that none is told twice. */
export type ByAudience = ReadonlyMap<Audience, ReadonlyMap<string, News>>

/** A command that stays, with what it tells. */
export interface Telling {
  readonly at: Instant
  readonly told: ByAudience
}

/** The writing side of all streams. */
export interface StreamWriter {
  /**
   * Writes one row per command and audience, and where the streams stand, before the COMMIT of the commands: those that
   * were taken back are not among them, so no place is given out in vain (R19).
   */
  write(commands: readonly Telling[]): StreamNews[]
  /** The commit failed: where the streams stand is read again. */
  forget(): void
}

export function writeStreams(sql: Sql, epoch: string): StreamWriter {
  const places = new Map<Audience, number>()

  function nextPlace(audience: Audience): number {
    const next = (places.get(audience) ?? readPlace(audience)) + 1
    places.set(audience, next)
    return next
  }

  function readPlace(audience: Audience): number {
    const kept = sql.prepare('SELECT max(seq) FROM stream_event WHERE audience = ?').pluck().get(audience)
    const stands = sql.prepare('SELECT seq FROM stream WHERE audience = ?').pluck().get(audience)
    return Math.max((kept ?? 0) as number, (stands ?? 0) as number)
  }

  function insert(cells: readonly unknown[][]): void {
    for (let place = 0; place < cells.length; place += AT_ONCE) {
      const some = cells.slice(place, place + AT_ONCE)
      sql
        .prepare(`INSERT INTO stream_event VALUES ${some.map(() => '(?, ?, ?, ?)').join(', ')}`)
        .run(some.flat())
    }
  }

  return {
    write(commands) {
      const cells: unknown[][] = []
      const moved = new Set<Audience>()
      const rows = commands.flatMap(({ at, told }) =>
        [...told].map(([audience, news]) => {
          const seq = nextPlace(audience)
          cells.push([audience, seq, at, `[${[...news.keys()].join(',')}]`])
          moved.add(audience)
          return { audience, epoch, seq, news: [...news.values()] }
        }),
      )
      insert(cells)
      const sweep = sql.prepare('DELETE FROM stream_event WHERE audience = ? AND seq <= ?')
      for (const { audience, seq } of rows) if (seq % SWEEP_EVERY === 0) sweep.run(audience, seq - KEPT)
      const raise = sql.prepare(
        'INSERT INTO stream VALUES (?, ?, ?) ON CONFLICT (audience) DO UPDATE SET seq = excluded.seq',
      )
      for (const audience of moved) raise.run(audience, epoch, places.get(audience))
      // A case is told of a few times in its life, so its place need not be remembered for ever.
      if (places.size > MOST_PLACES) places.clear()
      return rows
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
