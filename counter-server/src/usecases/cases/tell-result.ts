import type { ResultWay } from '@counter/shared/vocabulary/result'
import { tellResult as decideTelling } from '../../domain/case/result.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 告知: somebody was called, or asked to pass it on, and was reached or not. */
export function tellResult(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly way: ResultWay; readonly isReached: boolean },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'tell-result', asked, (scene) => {
    recordFacts(scene, [decideTelling(scene.context, asked)])
    return null
  })
}
