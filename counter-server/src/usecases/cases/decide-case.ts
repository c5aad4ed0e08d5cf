import type { Decision } from '@counter/shared/vocabulary/case'
import { requestApproval } from '../../domain/case/approval.ts'
import { grantCase } from '../../domain/case/decide-case.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import { REMEDIES } from '../../domain/case/remedies.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

export interface DecideCase {
  readonly decision: Decision
  readonly result: string
  readonly reason: string
}

/** 决定: a favourable one stands at once, a denial waits for the supervisor's signature (C403, C430). */
export function decideCase(deps: Deps, command: CaseCommand, asked: DecideCase): Promise<CaseDone> {
  return actOnCase(deps, command, 'decide', asked, (scene) => {
    const facts = factsOf(scene, asked)
    // The words of the result belong to the decision, which is the last of the facts.
    const before = recordFacts(scene, facts.slice(0, -1))
    recordFacts(before, facts.slice(-1), { text: asked.result })
    return null
  })
}

function factsOf({ context, asker }: CaseScene, { decision, reason }: DecideCase): readonly CaseFact[] {
  const by = staffIdOf(asker)
  if (decision === 'granted') return grantCase(context, by)
  return [requestApproval(context, { kind: 'deny', reason, remedies: REMEDIES }, by)]
}
