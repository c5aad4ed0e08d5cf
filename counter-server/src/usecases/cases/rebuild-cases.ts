import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseState } from '../../domain/case/case-state.ts'
import { NEW_CASE } from '../../domain/case/case-state.ts'
import type { DueMark } from '../../domain/case/marks.ts'
import { nextState } from '../../domain/case/projection.ts'
import {
  CASE_TABLES,
  type CaseRecord,
  type CaseTable,
  findCaseRecords,
  toCells,
} from '../../store/case-records.ts'
import { orderRowOf } from '../../store/orders.ts'
import type { Row } from '../../store/projections.ts'
import type { Comparison, Difference } from '../../store/rebuild.ts'
import type { Tx } from '../../store/tx.ts'
import { itemOf, rulesOf } from './case-rules.ts'
import { clockRowsOf } from './clock-rows.ts'
import { isOfThisEngine, readClockRules } from './clock-rules.ts'
import { projectRow } from './project-row.ts'
import { subtaskRowsOf } from './subtask-rows.ts'

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
  const made = madeRows(tx, record, state)
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
    const next = nextState(events.slice(0, place), state, event)
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

type MadeRows = { readonly [Table in CaseTable]?: readonly Row[] }

// An ended case keeps the verdict of the calendars it ended under (C605), so its rows are made with those.
function madeRows(tx: Tx, record: CaseRecord, state: CaseState): MadeRows {
  const marks = record.events.flatMap((event) =>
    event.type === 'mark.fired' ? [{ ...event.payload, firedAt: event.recordedAt }] : [],
  )
  const told = record.events.flatMap((event) =>
    'toldDueOn' in event.payload && event.payload.toldDueOn !== undefined
      ? [{ case: record.id, event: event.id, dueOn: event.payload.toldDueOn }]
      : [],
  )
  const kept = {
    clock_mark: marks.map((mark) => toCells('clock_mark', { case: record.id, ...mark })),
    told_deadline: told.map((each) => toCells('told_deadline', each)),
    supervision_order: state.orders.map((order) =>
      toCells('supervision_order', orderRowOf(record.id, order)),
    ),
  }
  // Another engine counted otherwise; what it left of an ended case cannot be made again.
  if (!isOfThisEngine(record.madeWith)) return kept
  return { ...kept, ...countedRows(tx, record, state, marks) }
}

function countedRows(tx: Tx, record: CaseRecord, state: CaseState, fired: readonly DueMark[]): MadeRows {
  const { id, madeWith } = record
  const item = itemOf(tx, record)
  const context = readClockRules(tx).madeWith(madeWith)
  const row = projectRow(context, rulesOf(item), state, tx.at)
  const clocks = clockRowsOf({ context, item, id, at: tx.at, fired }, state)
  return {
    case: [toCells('case', { id, ...row })],
    case_clock: clocks.map((clock) => toCells('case_clock', clock)),
    subtask: subtaskRowsOf({ ...context, state }, rulesOf(item), { id, at: tx.at }).map((each) =>
      toCells('subtask', each),
    ),
  }
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
