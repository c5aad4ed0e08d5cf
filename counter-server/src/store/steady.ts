import type Database from 'better-sqlite3'

/** What every number needs and a person changes now and then: the tiles, the windows, who is at them, the settings. */
const TABLES = [
  'unit',
  'line',
  'topic',
  'window',
  'window_service',
  'duty',
  // A duty is read with the name of its clerk.
  'staff',
  'setting',
  'intake',
  'quota',
  // What due dates are counted with (C609); a change may be published at any time.
  'calendar_version',
  'office_hours',
  'clock_change',
]

/** Values read from those tables, each kept until any row of them changes. */
export interface Steady {
  /** The kept value, or a fresh one; whoever gets it must not change it. */
  read<T>(key: string, make: () => T): T
  /** A change was taken back, and what was read meanwhile with it. */
  forget(): void
}

/** Watches the tables by triggers of this connection, which is the only one that writes (R3, R4). */
export function watchSteady(database: Database.Database): Steady {
  const kept = new Map<string, unknown>()
  const forget = () => kept.clear()
  database.function('steady_changed', () => {
    forget()
    return null
  })
  for (const table of TABLES)
    for (const change of ['INSERT', 'UPDATE', 'DELETE'])
      database.exec(
        `CREATE TEMP TRIGGER "steady_${table}_${change}" AFTER ${change} ON main."${table}" BEGIN SELECT steady_changed(); END`,
      )
  return {
    read<T>(key: string, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
    forget,
  }
}
