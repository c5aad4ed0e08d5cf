import { urgeCase as decideUrging } from '../../domain/case/urge.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 催办, by the supervisor or by the resident with the link (C435, C706). */
export function urgeCase(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'urge', {}, (scene) => {
    recordFacts(scene, [decideUrging(scene.context)])
    return null
  })
}
