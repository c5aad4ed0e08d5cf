import Database from 'better-sqlite3'
import type { OracleHall, OracleWindow } from './hall-oracle.ts'
import type { Place } from './history-check.ts'

/** The hall before anybody came, and where the record has each command; of a store whose server has ended. */
export function readRecord(file: string): {
  readonly hall: OracleHall
  readonly record: ReadonlyMap<string, Place>
} {
  const database = new Database(file, { readonly: true })
  try {
    return { hall: emptyHall(database), record: placesOf(database) }
  } finally {
    database.close()
  }
}

function placesOf(database: Database.Database): ReadonlyMap<string, Place> {
  const rows = database
    .prepare(
      'SELECT command_id AS id, min(seq) AS seq, min(at) AS at FROM journal WHERE command_id IS NOT NULL GROUP BY command_id',
    )
    .all() as { id: string; seq: number; at: string }[]
  return new Map(rows.map(({ id, seq, at }) => [id, { seq, atMs: Date.parse(at) }]))
}

function emptyHall(database: Database.Database): OracleHall {
  const topics = database
    .prepare(
      'SELECT topic.key AS topic, line.key AS line, line.prefix FROM topic JOIN line ON line.key = topic.line',
    )
    .all() as { topic: string; line: string; prefix: string }[]
  const services = database.prepare('SELECT "window", topic, rank FROM window_service').all() as {
    window: number
    topic: string
    rank: 'main' | 'helps'
  }[]
  const windows = new Map<number, OracleWindow>()
  for (const { window, topic, rank } of services) {
    const known = windows.get(window) ?? { window, state: 'closed', clerk: null, services: new Map() }
    known.services.set(topic, rank)
    windows.set(window, known)
  }
  return {
    now: 0,
    tickets: [],
    live: new Set(),
    windows,
    serials: new Map(),
    orders: 0,
    topics: new Map(topics.map(({ topic, line, prefix }) => [topic, { line, prefix }])),
  }
}
