import { caseDues } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { DueMark } from '../../domain/case/marks.ts'
import { type CaseRecord, type CaseTable, toCells } from '../../store/case-records.ts'
import { orderRowOf } from '../../store/orders.ts'
import type { Row } from '../../store/projections.ts'
import type { Tx } from '../../store/tx.ts'
import { itemOf, rulesOf } from './case-rules.ts'
import { clockRowsOf } from './clock-rows.ts'
import { isOfThisEngine, readClockRules } from './clock-rules.ts'
import { projectRow } from './project-row.ts'
import { subtaskRowsOf } from './subtask-rows.ts'

/** What the rows of a case are made of: its events, and the rules they were last counted with. */
export type CaseSource = Omit<CaseRecord, 'rows'>

type MadeRows = { readonly [Table in CaseTable]?: readonly Row[] }

/** The rows that the events of a case make in every table of cases, by the functions that wrote them (C301). */
export function rowsOfCase(tx: Tx, source: CaseSource, state: CaseState): MadeRows {
  const { id, events } = source
  const marks = events.flatMap((event) =>
    event.type === 'mark.fired' ? [{ ...event.payload, firedAt: event.recordedAt }] : [],
  )
  const told = events.flatMap((event) =>
    'toldDueOn' in event.payload && event.payload.toldDueOn !== undefined
      ? [{ case: id, event: event.id, dueOn: event.payload.toldDueOn }]
      : [],
  )
  const aliases = events.flatMap((event) =>
    event.type === 'case.imported'
      ? [{ alias: event.payload.oldNumber, case: id, ledger: event.payload.ledger }]
      : [],
  )
  const kept = {
    case_alias: aliases.map((alias) => toCells('case_alias', alias)),
    clock_mark: marks.map((mark) => toCells('clock_mark', { case: id, ...mark })),
    told_deadline: told.map((each) => toCells('told_deadline', each)),
    supervision_order: state.orders.map((order) =>
      toCells('supervision_order', orderRowOf({ case: id }, order)),
    ),
  }
  // Another engine counted otherwise; what it left of an ended case cannot be made again.
  if (!isOfThisEngine(source.madeWith)) return kept
  return { ...kept, ...countedRows(tx, source, state, marks) }
}

// An ended case keeps the verdict of the calendars it ended under (C605), so its rows are made with those.
function countedRows(tx: Tx, source: CaseSource, state: CaseState, fired: readonly DueMark[]): MadeRows {
  const { id, madeWith } = source
  const item = itemOf(tx, source)
  const rules = rulesOf(item)
  const context = readClockRules(tx).madeWith(madeWith)
  const dues = caseDues(state, rules, context, tx.at)
  const row = projectRow(context, rules, state, tx.at, dues)
  const clocks = clockRowsOf({ context, item, id, at: tx.at, fired }, state, dues)
  return {
    case: [toCells('case', { id, ...row })],
    case_clock: clocks.map((clock) => toCells('case_clock', clock)),
    subtask: subtaskRowsOf({ ...context, state }, rules, { id, at: tx.at }).map((each) =>
      toCells('subtask', each),
    ),
  }
}
