import { withdrawCase as decideWithdrawal } from '../../domain/case/accept-case.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 撤回 at the resident's wish (C432). */
export function withdrawCase(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'withdraw', { reason }, (scene) => {
    recordFacts(scene, [decideWithdrawal(scene.context, reason)])
    return null
  })
}
