import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Comparison } from '../../store/rebuild.ts'
import { findLastCheck, type RecordCheck, recordCheck } from '../../store/record-check.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** What one step of a check compared, and where the next one goes on; null after the last. */
export interface CheckStep {
  readonly found: readonly (Comparison & { readonly events: number })[]
  readonly last: string | null
}

/** One kind of record that is its events: the next few after an id, made again and compared. */
export interface Checking {
  readonly checked: 'cases' | 'letters'
  step(tx: Tx, after: string): CheckStep
}

/**
 * Once after each day, makes every row of a kind anew from its events and with the rules it was last made with; another
 * result is written down and the supervisor is told (C305). Nothing is mended by itself, for nobody knows which of the two
 * is right.
 */
export async function checkEach(
  { store }: Pick<Deps, 'store'>,
  { checked, step }: Checking,
  stopped: AbortSignal,
): Promise<void> {
  if (stopped.aborted) return
  const due = store.read((tx) => {
    const day = addDays(civilDate(tx.at), -1)
    return findLastCheck(tx, checked)?.day === day ? null : day
  })
  if (due === null) return
  let check = nothingOf(due)
  for (let after = ''; ; ) {
    const { found, last } = store.read((tx) => step(tx, after))
    for (const each of found) check = sumOf(check, each)
    if (last === null) break
    after = last
    // The hall has its turn between two batches.
    await new Promise(setImmediate)
    // A server that stops leaves the check to its next start.
    if (stopped.aborted) return
  }
  await store.write((tx) => {
    recordCheck(tx, checked, check)
    tx.tell({ kind: 'figures_changed' })
  })
}

// Values stay out of the journal: the place of the difference is enough to look for it.
function sumOf(
  sum: RecordCheck,
  { events, rows, differences, first }: Comparison & { readonly events: number },
): RecordCheck {
  const place = first === null ? null : { table: first.table, key: first.key, column: first.column }
  return {
    day: sum.day,
    events: sum.events + events,
    rows: sum.rows + rows,
    differences: sum.differences + differences,
    first: sum.first ?? place,
  }
}

function nothingOf(day: PlainDate): RecordCheck {
  return { day, events: 0, rows: 0, differences: 0, first: null }
}
