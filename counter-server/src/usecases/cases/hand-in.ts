import { handIn as decideHandIn } from '../../domain/case/supplement.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 收到补正 at the counter; complete, the case is received anew with a new notice clock (C417, C515). */
export function handIn(deps: Deps, command: CaseCommand, names: readonly string[]): Promise<CaseDone> {
  return actOnCase(deps, command, 'hand-in', { names }, (scene) => {
    handInOn(scene, names)
    return null
  })
}

/** The same within a transaction that is already open, as a village's commands arrive. */
export function handInOn(scene: CaseScene, names: readonly string[], text = ''): CaseScene {
  return recordFacts(scene, [decideHandIn(scene.context, names)], { text })
}
