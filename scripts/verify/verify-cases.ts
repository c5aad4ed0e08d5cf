import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { type CaseRecord, findCaseRecords } from '../../counter-server/src/store/case-records.ts'
import { keylessReading } from '../../counter-server/src/store/keyless-reading.ts'
import type { Tx } from '../../counter-server/src/store/tx.ts'
import { isOfThisEngine } from '../../counter-server/src/usecases/cases/clock-rules.ts'
import {
  type CaseComparison,
  compareCase,
  compareCases,
} from '../../counter-server/src/usecases/cases/rebuild-cases.ts'
import { requireThisVersion } from './this-version.ts'

const BATCH = 100

/** Makes every row of the cases of a store file again from their events and compares (C301). */
export function verifyCases(file: string): CaseComparison {
  const stored = new Database(file, { readonly: true, fileMustExist: true })
  try {
    requireThisVersion(stored)
    // Events of one case lie years apart on the disk; the pages between are not read anew for each.
    stored.pragma('cache_size = -262144')
    stored.exec('BEGIN')
    const tx = keylessReading(stored, new Date().toISOString() as Instant)
    requireSharpEye(tx)
    return compareCases(tx)
  } finally {
    stored.close()
  }
}

// The word of a checker counts only when it finds planted faults in the same run (R41): a row and an event. Of a case that
// another engine counted no such row is compared; without any of this engine the verdict says so with `counted` 0.
function requireSharpEye(tx: Tx): void {
  const record = firstCounted(tx)
  const [first] = record?.events ?? []
  if (record === undefined || first === undefined || compareCase(tx, record).differences > 0) return
  const { rows, events } = record
  const planted: readonly CaseRecord[] = [
    {
      ...record,
      rows: { ...rows, case: rows.case.map((row) => ({ ...row, list_key: `${row['list_key']} ` })) },
    },
    { ...record, events: [{ ...first, to: 'voided' }, ...events.slice(1)] },
  ]
  for (const fault of planted)
    if (compareCase(tx, fault).differences !== 1) throw new Error('a planted fault was not found')
}

function firstCounted(tx: Tx): CaseRecord | undefined {
  for (let after = ''; ; ) {
    const batch = findCaseRecords(tx, after, BATCH)
    const found = batch.find(({ madeWith }) => isOfThisEngine(madeWith))
    const last = batch.at(-1)
    if (found !== undefined || last === undefined) return found
    after = last.id
  }
}
