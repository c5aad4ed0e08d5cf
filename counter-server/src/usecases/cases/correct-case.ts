import { correctCase as decideCorrection, voidCase as decideVoiding } from '../../domain/case/correct-case.ts'
import type { Deps } from '../deps.ts'
import { openAlike } from './alike-cases.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { leaveAlike } from './merge-cases.ts'
import { recordFacts } from './record-facts.ts'

/** 更正: takes one recorded step back, by someone other than its author; both stay in the record (C302, C438). */
export function correctCase(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly event: string; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'correct', asked, (scene) => {
    const { events, context } = scene
    const author = events.find(({ id }) => id === asked.event)?.actor
    const isOwn = author === command.asker.origin.actor
    recordFacts(scene, [
      decideCorrection(context, { events, eventId: asked.event, reason: asked.reason, isOwn }),
    ])
    return null
  })
}

/** 作废 of a case that was entered in error (C434). */
export function voidCase(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'void', { reason }, (scene) => {
    const alike = openAlike(scene.tx, scene.facts, scene.context.state)
    leaveAlike(recordFacts(scene, [decideVoiding(scene.context, reason)]), alike)
    return null
  })
}
