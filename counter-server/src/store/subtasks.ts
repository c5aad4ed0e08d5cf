import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, eq } from 'drizzle-orm'
import type { Subtask } from '../domain/case/case-state.ts'
import { insertRow } from './bulk-rows.ts'
import { cases, subtask } from './schema/cases.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

export type SubtaskRow = typeof subtask.$inferSelect

/** One sub-task with what the unit that is asked may know of the case: nothing of the person (P33). */
export type SubtaskFacts = SubtaskRow & {
  readonly caseNumber: string
  readonly itemName: string
  readonly askedBy: string
}

/** The row of one sub-task: nothing but what its events say and the day it is due now (C301, C805). */
export function subtaskRowOf(
  id: CaseId,
  { eventId, unit: asked, openedAt, ended, pledge }: Subtask,
  { dueOn, isOpen }: { readonly dueOn: PlainDate; readonly isOpen: boolean },
): SubtaskRow {
  return {
    id: eventId,
    case: id,
    unit: asked,
    dueOn,
    openedAt,
    endedAt: ended?.at ?? null,
    how: ended?.how ?? null,
    endEvent: ended?.eventId ?? null,
    isOpen: isOpen && ended === null,
    pledge,
  }
}

/** Writes the sub-tasks of a case as they stand; one that was taken back by a correction goes. */
export function saveSubtasks(tx: Tx, id: CaseId, rows: readonly SubtaskRow[]): void {
  tx.sql.prepare('DELETE FROM subtask WHERE "case" = ?').run(id)
  for (const row of rows) insertRow(tx, subtask, row)
}

/** What a unit is asked for, the earliest due first. */
export function findOpenSubtasks(tx: Tx, of: UnitCode, limit: number): SubtaskFacts[] {
  return tx.query
    .select({
      id: subtask.id,
      case: subtask.case,
      unit: subtask.unit,
      dueOn: subtask.dueOn,
      openedAt: subtask.openedAt,
      endedAt: subtask.endedAt,
      how: subtask.how,
      endEvent: subtask.endEvent,
      isOpen: subtask.isOpen,
      pledge: subtask.pledge,
      caseNumber: cases.number,
      itemName: cases.itemName,
      askedBy: unit.name,
    })
    .from(subtask)
    .innerJoin(cases, eq(cases.id, subtask.case))
    .innerJoin(unit, eq(unit.code, cases.unit))
    .where(and(eq(subtask.unit, of), eq(subtask.isOpen, true)))
    .orderBy(asc(subtask.dueOn), asc(subtask.id))
    .limit(limit)
    .all()
}
