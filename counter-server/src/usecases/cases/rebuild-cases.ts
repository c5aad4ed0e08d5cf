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

// As many as are looked at before the younger generation of objects is cleared; more would only be carried along.
const BATCH = 64
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

// A case has a handful of rows in each table, so looking through them is quicker than an index of them.
function compareRows(table: CaseTable, stored: readonly Row[], made: readonly Row[]): Difference[] {
  if (stored.length === 0 && made.length === 0) return []
  const { key } = CASE_TABLES[table]
  const differences = made.flatMap((row) => {
    const other = stored.find((each) => isSameKey(key, each, row))
    return other === undefined ? [wholeRow(table, row)] : columnDifference(table, other, row)
  })
  if (differences.length === 0 && stored.length === made.length) return []
  const extra = stored.filter((row) => !made.some((each) => isSameKey(key, each, row)))
  return [...differences, ...extra.map((row) => wholeRow(table, row))]
}

function isSameKey(key: readonly string[], one: Row, other: Row): boolean {
  return key.every((column) => one[column] === other[column])
}

function nameOf(table: CaseTable, row: Row): string {
  return CASE_TABLES[table].key.map((column) => row[column]).join(':')
}

function wholeRow(table: CaseTable, row: Row): Difference {
  return { table, key: nameOf(table, row), column: null, stored: undefined, rebuilt: undefined }
}

function columnDifference(table: CaseTable, stored: Row, made: Row): Difference[] {
  for (const column in made)
    if (stored[column] !== made[column])
      return [{ table, key: nameOf(table, made), column, stored: stored[column], rebuilt: made[column] }]
  return []
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
