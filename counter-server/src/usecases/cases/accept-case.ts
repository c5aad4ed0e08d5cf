import { acceptCase as decideAcceptance } from '../../domain/case/accept-case.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 受理 with its paper and the promised date (C418, C520). A village case waits for its authority's picture (V67). */
export function acceptCase(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'accept', {}, (scene) => {
    const { context } = scene
    const accepted = decideAcceptance(context, context.state.materials)
    if (context.state.flags.includes('awaiting_files')) {
      throw new Refusal('material.missing', { list: '委托书照片' })
    }
    return makeReceipt(recordFacts(scene, [accepted]), 'acceptance')
  })
}
