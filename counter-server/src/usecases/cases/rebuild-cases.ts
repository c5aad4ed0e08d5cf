import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseState } from '../../domain/case/case-state.ts'
import { NEW_CASE } from '../../domain/case/case-state.ts'
import { nextState } from '../../domain/case/projection.ts'
import { CASE_TABLES, type CaseRecord, type CaseTable, findCaseRecords } from '../../store/case-records.ts'
import type { Row } from '../../store/projections.ts'
import type { Comparison, Difference } from '../../store/rebuild.ts'
import type { Tx } from '../../store/tx.ts'
import { rowsOfCase } from './case-rows.ts'
import { isOfThisEngine } from './clock-rules.ts'

/** What a rebuild of cases found. */
export interface CaseComparison extends Comparison {
  readonly cases: number
  /** How many of them were counted by this engine, so that every row of theirs is made again. */
  readonly counted: number
  readonly events: number
}

const BATCH = 500
const NOTHING: CaseComparison = { cases: 0, counted: 0, events: 0, rows: 0, differences: 0, first: null }

/** Makes the rows of every case again from its events with the functions that made them, and compares (C301). */
export function compareCases(tx: Tx): CaseComparison {
  let total = NOTHING
  for (let after = ''; ; ) {
    const batch = findCaseRecords(tx, after, BATCH)
    const last = batch.at(-1)
    if (last === undefined) return total
    total = batch.reduce((sum, record) => sumOf(sum, compareCase(tx, record)), total)
    after = last.id
  }
}

/** One case: the statuses its events name, and every value of its rows. */
export function compareCase(tx: Tx, record: CaseRecord): CaseComparison {
  const { events, rows } = record
  const { state, differences: ofEvents } = replay(record)
  const made = rowsOfCase(tx, record, state)
  const ofRows = (Object.keys(made) as CaseTable[]).flatMap((table) =>
    compareRows(table, rows[table], made[table] ?? []),
  )
  const differences = [...ofEvents, ...ofRows]
  return {
    cases: 1,
    counted: isOfThisEngine(record.madeWith) ? 1 : 0,
    events: events.length,
    rows: Object.values(rows).reduce((sum, { length }) => sum + length, 0),
    differences: differences.length,
    first: differences[0] ?? null,
  }
}

// Each event says which status it found and which it left; both must be what the events before it say.
function replay({ events }: CaseRecord): { state: CaseState; differences: Difference[] } {
  let state = NEW_CASE
  const differences: Difference[] = []
  for (const [place, event] of events.entries()) {
    const from: CaseStatus | null = place === 0 ? null : state.status
    // Only a correction looks back.
    const before = event.type === 'event.voided' ? events.slice(0, place) : []
    const next = nextState(before, state, event)
    const expected = { rev: place + 1, from, to: next.status }
    for (const column of ['rev', 'from', 'to'] as const)
      if (event[column] !== expected[column])
        differences.push({
          table: 'case_event',
          key: event.id,
          column,
          stored: event[column],
          rebuilt: expected[column],
        })
    state = next
  }
  return { state, differences }
}

function compareRows(table: CaseTable, stored: readonly Row[], made: readonly Row[]): Difference[] {
  const { key } = CASE_TABLES[table]
  const nameOf = (row: Row) => key.map((column) => row[column]).join(':')
  const known = new Map(stored.map((row) => [nameOf(row), row]))
  const differences = made.flatMap((row): Difference[] => {
    const name = nameOf(row)
    const other = known.get(name)
    known.delete(name)
    const column = Object.keys(row).find((each) => other?.[each] !== row[each])
    if (other !== undefined && column === undefined) return []
    const at = other === undefined || column === undefined ? null : column
    return [
      {
        table,
        key: name,
        column: at,
        stored: at === null ? undefined : other?.[at],
        rebuilt: at === null ? undefined : row[at],
      },
    ]
  })
  const extra = [...known.keys()].map((name) => ({
    table,
    key: name,
    column: null,
    stored: undefined,
    rebuilt: undefined,
  }))
  return [...differences, ...extra]
}

function sumOf(a: CaseComparison, b: CaseComparison): CaseComparison {
  return {
    cases: a.cases + b.cases,
    counted: a.counted + b.counted,
    events: a.events + b.events,
    rows: a.rows + b.rows,
    differences: a.differences + b.differences,
    first: a.first ?? b.first,
  }
}
