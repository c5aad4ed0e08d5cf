import type { PlainDate } from '@counter/shared/vocabulary/time'
import { findEventRows } from '../src/store/event-rows.ts'
import { productMigrations } from '../src/store/migrate.ts'
import { type Comparison, compareHalls, emptyHall, emptyRecord } from '../src/store/rebuild.ts'
import type { Store } from '../src/store/store.ts'

const ALL_DAYS = { from: '2000-01-01' as PlainDate, before: '2100-01-01' as PlainDate }
const EMPTY = emptyRecord(productMigrations())

/** The hall of a running test made again from its events, compared with its rows (Q67). */
export function rebuildAndCompare(store: Store): Comparison & { readonly events: number } {
  const hall = emptyHall(EMPTY)
  try {
    return store.read(({ sql }) => {
      const events = findEventRows(sql, 0, 1_000_000)
      for (const { rows } of events) hall.play(rows)
      return { events: events.length, ...compareHalls(sql, hall.database, ALL_DAYS) }
    })
  } finally {
    hall.close()
  }
}
