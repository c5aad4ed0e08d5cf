import { Refusal } from '../../domain/refusal.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import { readPeople } from '../cases/event-people.ts'

/** What is judged by the case as it stands now: its `case.wrong_status` names who brought it there, and when (V73). */
export function namingHolder<Done>(scene: CaseScene, act: () => Done): Done {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'case.wrong_status') throw error
    throw new Refusal(error.code, { ...error.params, ...holderOf(scene) })
  }
}

function holderOf({ tx, events }: CaseScene): { readonly by: string; readonly at: string } | object {
  const last = events.findLast(({ from, to }) => from !== to)
  return last === undefined ? {} : { by: readPeople(tx, events)(last.actor), at: last.occurredAt }
}
