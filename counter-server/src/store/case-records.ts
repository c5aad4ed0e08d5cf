import type { CaseId, ItemCode } from '@counter/shared/vocabulary/ids'
import { getTableColumns } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { toBulkRow } from './bulk-rows.ts'
import { EVENT_CELLS, type EventCells, eventOf, type StoredEvent } from './case-events.ts'
import { listed, type Row } from './projections.ts'
import { caseClock, cases, clockMark, subtask, toldDeadline } from './schema/cases.ts'
import { caseAlias } from './schema/ledger.ts'
import { supervisionOrder } from './schema/supervision.ts'
import type { Tx } from './tx.ts'

/** The tables whose rows are made of case events alone (C301), each with what makes a row of it one. */
export const CASE_TABLES = {
  case: { table: cases, of: 'id', key: ['id'] },
  case_clock: { table: caseClock, of: 'case', key: ['case', 'kind'] },
  clock_mark: { table: clockMark, of: 'case', key: ['case', 'kind', 'threshold', 'due_at'] },
  told_deadline: { table: toldDeadline, of: 'case', key: ['event'] },
  supervision_order: { table: supervisionOrder, of: 'case', key: ['id'] },
  subtask: { table: subtask, of: 'case', key: ['id'] },
  case_alias: { table: caseAlias, of: 'case', key: ['alias'] },
} as const satisfies Record<
  string,
  { readonly table: SQLiteTable; readonly of: string; readonly key: readonly string[] }
>
export type CaseTable = keyof typeof CASE_TABLES

/** One case with all that is stored of it, as it lies in the file. */
export interface CaseRecord {
  readonly id: CaseId
  readonly item: ItemCode
  readonly itemVersion: number
  readonly madeWith: string
  readonly events: readonly StoredEvent[]
  readonly rows: { readonly [Table in CaseTable]: readonly Row[] }
}

/** The cases after an id, in the order of ids: a handful of readings for all of them. */
export function findCaseRecords(tx: Tx, after: string, limit: number): CaseRecord[] {
  const heads = tx.sql.prepare(HEADS).all(after, limit) as (Row & Head)[]
  const last = heads.at(-1)?.id
  if (last === undefined) return []
  const events = findEventsByCase(tx, after, last)
  const rows = (table: Exclude<CaseTable, 'case'>) => {
    const { of } = CASE_TABLES[table]
    return byCase(findRows(tx, table, of, { after, last }), (row) => String(row[of]))
  }
  const found = {
    case_clock: rows('case_clock'),
    clock_mark: rows('clock_mark'),
    told_deadline: rows('told_deadline'),
    supervision_order: rows('supervision_order'),
    subtask: rows('subtask'),
    case_alias: rows('case_alias'),
  }
  return heads.map((head) => ({
    id: head.id,
    item: head.item,
    itemVersion: head.item_version,
    madeWith: head.made_with,
    events: events.get(head.id) ?? [],
    rows: {
      case: [head],
      case_clock: found.case_clock.get(head.id) ?? [],
      clock_mark: found.clock_mark.get(head.id) ?? [],
      told_deadline: found.told_deadline.get(head.id) ?? [],
      supervision_order: found.supervision_order.get(head.id) ?? [],
      subtask: found.subtask.get(head.id) ?? [],
      case_alias: found.case_alias.get(head.id) ?? [],
    },
  }))
}

interface Head {
  readonly id: CaseId
  readonly item: ItemCode
  readonly item_version: number
  readonly made_with: string
}

// What is given once, at the receipt, is made of no event and is not read for a comparison.
const GIVEN: ReadonlySet<string> = new Set([
  'number',
  'itemName',
  'person',
  'ticket',
  'queryCodeLook',
  'tokenHash',
])
const HEADS = `SELECT ${listed(
  Object.entries(getTableColumns(cases)).flatMap(([field, { name }]) => (GIVEN.has(field) ? [] : [name])),
)} FROM "case" WHERE id > ? ORDER BY id LIMIT ?`

const EVENTS = `SELECT ${EVENT_CELLS} FROM case_event WHERE "case" > ? AND "case" <= ? ORDER BY "case", rev`

// A rebuild reads millions of them, so each is read as bare cells and made into an event once.
function findEventsByCase(tx: Tx, after: string, last: CaseId): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>()
  let group: StoredEvent[] = []
  let of = ''
  for (const cells of tx.sql.prepare(EVENTS).raw().iterate(after, last) as Iterable<EventCells>) {
    if (cells[0] !== of) {
      of = cells[0]
      group = []
      groups.set(of, group)
    }
    group.push(eventOf(cells))
  }
  return groups
}

function findRows(
  tx: Tx,
  table: CaseTable,
  of: string,
  { after, last }: { readonly after: string; readonly last: CaseId },
): Row[] {
  return tx.sql
    .prepare(`SELECT * FROM "${table}" WHERE "${of}" > ? AND "${of}" <= ?`)
    .all(after, last) as Row[]
}

function byCase<Each>(found: readonly Each[], caseOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of found) {
    const group = groups.get(caseOf(each)) ?? []
    group.push(each)
    groups.set(caseOf(each), group)
  }
  return groups
}

/** A row of one of these tables as the database would keep it. */
export function toCells(table: CaseTable, row: object): Row {
  return toBulkRow(CASE_TABLES[table].table, row) as Row
}
