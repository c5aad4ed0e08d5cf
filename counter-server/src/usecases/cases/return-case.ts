import { requestApproval } from '../../domain/case/approval.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 退件: asked by the handler once the time for papers is over, without effect until the supervisor signs (C433, C442). */
export function askToReturn(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'return-case', { reason }, (scene) => {
    const by = staffIdOf(command.asker)
    recordFacts(scene, [requestApproval(scene.context, { kind: 'return', reason }, by)])
    return null
  })
}
