import { findCaseRecords } from '../../store/case-records.ts'
import type { Deps } from '../deps.ts'
import { checkEach } from '../record/check-each.ts'
import { compareCase } from './rebuild-cases.ts'

const BATCH = 10

/** Once after each day, reads every clock and row of every case anew (C305). */
export function checkCases(deps: Pick<Deps, 'store'>, stopped: AbortSignal): Promise<void> {
  return checkEach(
    deps,
    {
      checked: 'cases',
      step: (tx, after) => {
        const records = findCaseRecords(tx, after, BATCH)
        const found = records.map((record) => compareCase(tx, record))
        return { found, last: records.length < BATCH ? null : (records.at(-1)?.id ?? null) }
      },
    },
    stopped,
  )
}
