import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { findCaseRecords } from '../../store/case-records.ts'
import type { Comparison } from '../../store/rebuild.ts'
import { findLastCheck, type RecordCheck, recordCheck } from '../../store/record-check.ts'
import type { Deps } from '../deps.ts'
import { compareCase } from './rebuild-cases.ts'

const BATCH = 10

/**
 * Once after each day, reads every clock and row of every case anew with the rules it was last made with; another result
 * is written down and the supervisor is told (C305). Nothing is mended by itself, for nobody knows which of the two is right.
 */
export async function checkCases({ store }: Pick<Deps, 'store'>, stopped: AbortSignal): Promise<void> {
  const due = store.read((tx) => {
    const day = addDays(civilDate(tx.at), -1)
    return findLastCheck(tx, 'cases')?.day === day ? null : day
  })
  if (due === null) return
  let check = nothingOf(due)
  for (let after = ''; ; ) {
    const step = store.read((tx) => {
      const records = findCaseRecords(tx, after, BATCH)
      const found = records.map((record) => compareCase(tx, record))
      return { last: records.length < BATCH ? null : (records.at(-1)?.id ?? null), found }
    })
    for (const each of step.found) check = sumOf(check, each)
    if (step.last === null) break
    after = step.last
    // The hall has its turn between two batches.
    await new Promise(setImmediate)
    // A server that stops leaves the check to its next start.
    if (stopped.aborted) return
  }
  await store.write((tx) => {
    recordCheck(tx, 'cases', check)
    tx.tell({ kind: 'figures_changed' })
  })
}

// Values stay out of the journal: the place of the difference is enough to look for it.
function sumOf(
  sum: RecordCheck,
  { events, rows, differences, first }: Comparison & { events: number },
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
