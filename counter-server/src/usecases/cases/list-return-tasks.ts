import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseState } from '../../domain/case/case-state.ts'
import { projectCase } from '../../domain/case/projection.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { findCasesByIds } from '../../store/case-lists.ts'
import { findBrokenClocks } from '../../store/return-tasks.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { placeOf } from './case-scene.ts'

/** A case to call about or to send back: which papers did not come, and since when they should be here (C205, C442). */
export interface ReturnTask {
  readonly line: CaseLine
  readonly why: 'promise' | 'notice'
  readonly dueOn: PlainDate
  readonly materials: readonly string[]
  /** The return is asked for and waits for the supervisor. */
  readonly isAsked: boolean
}

const MOST = 50

/** The return tasks of whoever asks: a unit its own, the counter and the supervisor all; nothing goes back by itself (C442). */
export function listReturnTasks(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
): readonly ReturnTask[] {
  return store.read((tx) => {
    const broken = findBrokenClocks(tx, placeOf(asker).unit, MOST)
    const rows = findCasesByIds(tx, [...new Set(broken.map((clock) => clock.case))])
    const lines = new Map(toLines(tx, rows).map((line) => [line.facts.id, line]))
    return broken.flatMap(({ case: id, kind, dueOn }) => {
      const line = lines.get(id)
      if (line === undefined || dueOn === null) return []
      const state = projectCase(findBareEvents(tx, id))
      const why = kind === 'promise' ? 'promise' : 'notice'
      const isAsked = state.pending?.kind === 'return'
      return [{ line, why, dueOn, materials: materialsOf(state, why), isAsked }]
    })
  })
}

function materialsOf({ materials, supplements }: CaseState, why: ReturnTask['why']): readonly string[] {
  if (why === 'promise') return materials.flatMap(({ name, state }) => (state === 'deferred' ? [name] : []))
  const list = supplements.at(-1)
  return (list?.lines ?? []).flatMap(({ name }) => (list?.handedIn.includes(name) ? [] : [name]))
}
