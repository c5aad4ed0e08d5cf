import type { DeliveryWay } from '@counter/shared/vocabulary/case'
import { maskName } from '@counter/shared/vocabulary/identity'
import { deliverCase as decideDelivery } from '../../domain/case/decide-case.ts'
import type { CaseEventPayloads } from '../../domain/case/event.ts'
import type { OfficialFee } from '../../domain/village/village-command.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** Who got the result and how, as typed (C443). */
export interface HandoverWords {
  readonly way: DeliveryWay
  readonly receiver: string
  readonly relation: string
  readonly postNumber: string
  /** The official fee, which only a village's hand-over names (V6). */
  readonly fee?: OfficialFee | null
  /** What a village's phone claims of the moment (V77). */
  readonly claimed?: CaseEventPayloads['case.delivered']['claimed']
}

/** 送达 (C431). */
export function deliverCase(deps: Deps, command: CaseCommand, words: HandoverWords): Promise<CaseDone> {
  return actOnCase(deps, command, 'deliver', words, (scene) => {
    deliverOn(scene, words)
    return null
  })
}

/** The same within an open transaction. The event keeps the masked name only; the whole one is encrypted beside it (P30). */
export function deliverOn(
  scene: CaseScene,
  { way, receiver, relation, postNumber, fee = null, claimed }: HandoverWords,
): CaseScene {
  const delivered = decideDelivery(scene.context, {
    way,
    receiver: maskName(receiver.trim()),
    relation: relation.trim() === '' ? '本人' : relation,
    postNumber,
    returnedOriginals: [],
    ...(fee === null ? {} : { fee }),
    ...(claimed === undefined ? {} : { claimed }),
  })
  return recordFacts(scene, [delivered], { text: receiver })
}
