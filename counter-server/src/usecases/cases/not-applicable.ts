import { notApplicable } from '../../domain/case/accept-case.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 不需办理, with a reason (C414). */
export function closeAsNotApplicable(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'not-applicable', { reason }, (scene) => {
    recordFacts(scene, [notApplicable(scene.context, reason)])
    return null
  })
}
