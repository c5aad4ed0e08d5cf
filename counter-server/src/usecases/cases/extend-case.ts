import { requestApproval } from '../../domain/case/approval.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 延期: asked by the handler, in force when the leader signs before the due instant (C424, C513). */
export function askToExtend(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly days: number; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'extend', asked, (scene) => {
    const by = staffIdOf(command.asker)
    recordFacts(scene, [requestApproval(scene.context, { kind: 'extend', ...asked }, by)])
    return null
  })
}
