import type { CaseFlag } from '@counter/shared/vocabulary/case'
import { checkAct, fact, isBlank } from '../../domain/case/act.ts'
import type { MaterialMark } from '../../domain/case/event.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** A note, taken at any status (C437). An empty one: `reason.required`. */
export function addNote(deps: Deps, command: CaseCommand, text: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'add-note', { text }, (scene) => {
    if (isBlank(text)) throw new Refusal('reason.required')
    addNoteOn(scene, { text })
    return null
  })
}

export interface NoteFacts {
  readonly text: string
  readonly materials?: readonly MaterialMark[]
  readonly clearedFlags?: readonly CaseFlag[]
}

/** The same within an open transaction; papers may come in with it and flags go (V67). The words are kept encrypted. */
export function addNoteOn(
  scene: CaseScene,
  { text, materials = [], clearedFlags = [] }: NoteFacts,
): CaseScene {
  checkAct(scene.context, 'add_note')
  return recordFacts(scene, [fact('case.noted', { text: '', materials, clearedFlags })], { text })
}
