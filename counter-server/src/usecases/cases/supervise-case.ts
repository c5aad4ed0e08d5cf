import type { OrderLevel, OrderRule } from '@counter/shared/vocabulary/supervision'
import { isBlank } from '../../domain/case/act.ts'
import { issueOrder } from '../../domain/case/supervision.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 督办 by hand: supervisor or leader asks the unit to account for a case (C436, C705). */
export function superviseCase(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly level: OrderLevel; readonly rule: OrderRule; readonly content: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'supervise', asked, (scene) => {
    const { level, rule, content } = asked
    const issuer = command.asker.actor === 'leader' ? 'leader' : 'supervisor'
    if (isBlank(content)) throw new Refusal('reason.required')
    const number = nextPaperNumber(scene.tx, 'supervision')
    recordFacts(scene, [issueOrder(scene.context, { number, level, rule, issuer })], { text: content })
    return null
  })
}
