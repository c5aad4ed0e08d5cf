import type { SubtaskEnd } from '@counter/shared/vocabulary/case'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { findUnits } from '../../store/township.ts'
import type { CaseScene } from './case-scene.ts'
import { subtaskRowsOf } from './subtask-rows.ts'

/** The questions to other units as the case page shows them, and what may be done with them (C805). */
export interface CaseSubtasks {
  readonly subtasks: readonly {
    readonly id: string
    readonly unitName: string
    readonly content: string
    readonly dueOn: PlainDate
    readonly how: SubtaskEnd | null
    readonly result: string
    readonly isPledge: boolean
  }[]
  readonly maySubtask: { readonly open: boolean; readonly waive: boolean }
}

export function subtasksOf({ tx, context, events, facts }: CaseScene): CaseSubtasks {
  const { state, actor, item } = context
  const names = new Map(findUnits(tx).map(({ code, name }) => [code, name]))
  const wordsOf = (id: string | null) => {
    const event = events.find((each) => each.id === id)
    return event?.type === 'subtask.waived' ? event.payload.reason : (event?.text ?? '')
  }
  const subtasks = subtaskRowsOf(context, item, { id: facts.id, at: tx.at }).map((row) => ({
    id: row.id,
    unitName: names.get(row.unit) ?? row.unit,
    content: wordsOf(row.id),
    dueOn: row.dueOn,
    how: row.how,
    result: wordsOf(row.endEvent),
    isPledge: row.pledge !== null,
  }))
  const isUnderWay = ['accepted', 'reviewing', 'paused'].includes(state.status)
  return {
    subtasks,
    maySubtask: {
      open: actor === 'handler' && isUnderWay && state.handOver === null,
      waive: actor === 'supervisor' && isUnderWay && subtasks.some(({ how }) => how === null),
    },
  }
}
