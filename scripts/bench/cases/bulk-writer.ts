import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import type { StoredEvent } from '../../../counter-server/src/store/case-events.ts'
import type { Keys } from '../../../counter-server/src/store/crypto.ts'
import { connectionTo } from '../../../counter-server/src/store/keyless-reading.ts'
import { listed, type Row } from '../../../counter-server/src/store/projections.ts'
import { WritingTx } from '../../../counter-server/src/store/transaction.ts'
import type { Tx } from '../../../counter-server/src/store/tx.ts'

/** Writes past the store's single writer, because nobody can wait for years of its commits; the shapes are its own. */
export interface BulkWriter {
  /** For the product's own store functions, at a moment. */
  tx(at: Instant): Tx
  row(table: string, row: Row): void
  event(id: string, event: StoredEvent): void
  /** Puts the events in the order in which they were recorded, as years leave them on the disk, and ends. */
  close(): void
}

export function openBulk(file: string, keys: Keys): BulkWriter {
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  database.pragma('cache_size = -400000')
  const connection = connectionTo(database, keys)
  const { prepare } = connection.sql
  database.exec(`CREATE TEMP TABLE draft (${EVENT_COLUMNS.map((name) => `"${name}"`).join(', ')})`)
  database.exec('BEGIN')
  return {
    tx: (at) => new WritingTx(connection, at),
    row(table, row) {
      const names = Object.keys(row)
      prepare(`INSERT INTO "${table}" (${listed(names)}) VALUES (${marks(names.length)})`).run(
        ...Object.values(row),
      )
    },
    event(of, { id, rev, type, occurredAt, recordedAt, actor, role, from, to, payload }) {
      const text = JSON.stringify(payload)
      prepare(DRAFT).run(...[id, of, rev, type, occurredAt, recordedAt, actor, role, from, to, text])
    },
    close() {
      const columns = listed(EVENT_COLUMNS)
      database.exec(
        `INSERT INTO case_event (${columns}) SELECT ${columns} FROM draft ORDER BY recorded_at, rowid`,
      )
      database.exec('COMMIT')
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

const EVENT_COLUMNS = [
  'id',
  'case',
  'rev',
  'type',
  'occurred_at',
  'recorded_at',
  'actor',
  'role',
  'from',
  'to',
  'payload',
] as const

const DRAFT = `INSERT INTO draft VALUES (${marks(EVENT_COLUMNS.length)})`

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ')
}
