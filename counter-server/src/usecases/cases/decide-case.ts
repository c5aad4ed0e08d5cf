import type { Decision } from '@counter/shared/vocabulary/case'
import { requestApproval } from '../../domain/case/approval.ts'
import { grantCase } from '../../domain/case/decide-case.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 行政复议 60 days (复议法 §20), 行政诉讼 6 months (行诉法 §46): what every denial must name (C441). */
const REMEDIES = '不服的，可自收到之日起60日内申请行政复议，或者自收到之日起6个月内提起行政诉讼'

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
