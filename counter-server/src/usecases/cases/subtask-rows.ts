import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { caseDues } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { ClockContext } from '../../domain/case/due.ts'
import type { ItemRules } from '../../domain/case/item-rules.ts'
import { subtaskDueOn } from '../../domain/case/subtask.ts'
import { type SubtaskRow, subtaskRowOf } from '../../store/subtasks.ts'

/** The rows that the sub-tasks of a case make, each due at the latest with the case (C301, C805). */
export function subtaskRowsOf(
  context: ClockContext & { readonly state: CaseState },
  item: ItemRules,
  { id, at }: { readonly id: CaseId; readonly at: Instant },
): SubtaskRow[] {
  const { state } = context
  if (state.subtasks.length === 0) return []
  const { committed } = caseDues(state, item, context, at)
  const isOpen = state.endedAt === null
  return state.subtasks.map((each) =>
    // Whether a promise was true is checked after the end as well (C206).
    subtaskRowOf(id, each, {
      dueOn: subtaskDueOn(each, committed),
      isOpen: isOpen || each.pledge !== null,
    }),
  )
}
