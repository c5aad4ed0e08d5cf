import { finishOnSpot as decideOnSpot } from '../../domain/case/accept-case.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { deliverOn, type HandoverWords } from './deliver-case.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 当场办结: acceptance and decision at one instant, and the delivery when the result is handed over at once (C201). */
export function finishOnSpot(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly result: string; readonly delivery: HandoverWords | null },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'finish-on-spot', asked, (scene) => {
    const [accepted, decided] = decideOnSpot(scene.context, scene.context.state.materials)
    const done = recordFacts(recordFacts(scene, [accepted]), [decided], { text: asked.result })
    return makeReceipt(asked.delivery === null ? done : deliverOn(done, asked.delivery), 'on_spot')
  })
}
