import { replyToOrder } from '../../domain/case/supervision.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 回复督办: the unit that has the case answers; the case may have ended meanwhile (C705). */
export function replyOrder(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly order: string; readonly reply: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'reply-order', asked, (scene) => {
    recordFacts(scene, [replyToOrder(scene.context, asked.order, asked.reply)], { text: asked.reply })
    return null
  })
}
