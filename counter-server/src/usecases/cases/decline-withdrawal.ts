import { declineWithdrawal as decideNo } from '../../domain/case/ask-withdrawal.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 不同意撤件: the case goes on, and the point reads why (V73). */
export function declineWithdrawal(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'decline-withdrawal', { reason }, (scene) => {
    recordFacts(scene, [decideNo(scene.context, reason)])
    return null
  })
}
