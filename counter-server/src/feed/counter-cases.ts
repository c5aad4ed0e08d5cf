import { readCaseLine, readCounterCases } from '../usecases/cases/list-cases.ts'
import { toCaseRow } from '../views/case-row-views.ts'
import type { CounterCases } from './hall-topics.ts'

/** The cases on a desk: those whose next step is the counter's (C-1). */
export const counterCases: CounterCases = {
  rows: (tx) => readCounterCases(tx).map(toCaseRow),
  row: (tx, id) => {
    const line = readCaseLine(tx, id)
    return line === null ? null : toCaseRow(line)
  },
}
