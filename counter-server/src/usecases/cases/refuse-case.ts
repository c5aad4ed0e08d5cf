import { requestApproval } from '../../domain/case/approval.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 不予受理: asked by the clerk, without effect until the supervisor signs (C403, C415). */
export function askToRefuse(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly reason: string; readonly organ: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'refuse', asked, (scene) => {
    const by = staffIdOf(command.asker)
    recordFacts(scene, [requestApproval(scene.context, { kind: 'refuse', ...asked }, by)])
    return null
  })
}
