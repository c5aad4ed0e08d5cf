import { closeOrder as decideClosing } from '../../domain/case/supervision.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 办结督办: who has issued the order says how it ended; the end of the case does not (C705). */
export function closeOrder(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly order: string; readonly result: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'close-order', asked, (scene) => {
    recordFacts(scene, [decideClosing(scene.context, asked.order, asked.result)], { text: asked.result })
    return null
  })
}
