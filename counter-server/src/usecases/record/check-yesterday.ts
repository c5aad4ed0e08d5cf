import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { findEventRows, findSeqBefore } from '../../store/event-rows.ts'
import { productMigrations } from '../../store/migrate.ts'
import { compareHalls, emptyHall, emptyRecord, type Rebuilt } from '../../store/rebuild.ts'
import { findLastCheck, recordCheck } from '../../store/record-check.ts'
import { findMeta } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

const BATCH = 500

/**
 * Once after each day, makes its rows again from the events and compares (Q67). A difference is written down and the
 * supervisor is told; nothing is mended by itself, for nobody knows which of the two is right.
 */
export async function checkYesterday({ store }: Pick<Deps, 'store'>): Promise<void> {
  const day = store.read(({ at }) => addDays(civilDate(at), -1))
  const after = store.read((tx) => (isDue(tx, day) ? findSeqBefore(tx.sql, day) : null))
  if (after === null) return
  const hall = emptyHall(emptyRecord(productMigrations()))
  try {
    const check = await playAndCompare({ store }, hall, { day, after })
    await store.write((tx) => {
      recordCheck(tx, 'record', check)
      tx.tell({ kind: 'figures_changed' })
    })
  } finally {
    hall.close()
  }
}

// The day on which this record began has events without rows (decision 008).
function isDue(tx: Tx, day: PlainDate): boolean {
  const since = findMeta(tx, 'rows_since') as Instant | undefined
  return findLastCheck(tx, 'record')?.day !== day && (since === undefined || civilDate(since) < day)
}

// The hall has its turn between two batches; the last batch and the comparison see one state.
async function playAndCompare(
  { store }: Pick<Deps, 'store'>,
  hall: Rebuilt,
  { day, after }: { readonly day: PlainDate; readonly after: number },
) {
  let events = 0
  for (let last = after; ; ) {
    const batch = store.read((tx) => playBatch(tx, hall, last))
    events += batch.events
    if (batch.last === null) {
      const span = { from: day, before: addDays(day, 1) }
      const { rows, differences, first } = store.read(({ sql }) => compareHalls(sql, hall.database, span))
      return { day, events, rows, differences, first: first === null ? null : nameOf(first) }
    }
    last = batch.last
    await new Promise(setImmediate)
  }
}

function playBatch({ sql }: Tx, hall: Rebuilt, after: number): { events: number; last: number | null } {
  const found = findEventRows(sql, after, BATCH)
  for (const { rows } of found) hall.play(rows)
  return { events: found.length, last: found.length < BATCH ? null : (found.at(-1)?.seq ?? null) }
}

// Values stay out of the journal: the place of the difference is enough to look for it.
function nameOf({ table, key, column }: { table: string; key: string; column: string | null }) {
  return { table, key, column }
}
