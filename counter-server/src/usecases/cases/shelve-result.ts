import { shelveResult as decideShelf } from '../../domain/case/result.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 存放: the paper result lies at a place of the pick-up window's shelf. */
export function shelveResult(deps: Deps, command: CaseCommand, place: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'shelve', { place }, (scene) => {
    recordFacts(scene, [decideShelf(scene.context, place)])
    return null
  })
}
