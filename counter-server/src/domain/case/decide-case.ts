import type { DeliveryWay } from '@counter/shared/vocabulary/case'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import { checkNothingDeferred } from './approval.ts'
import { checkIsThere } from './check.ts'
import type { CaseFact } from './event.ts'
import { checkNoSubtasks } from './subtask.ts'

/** 承办: the handler takes an accepted case (C420). */
export function takeCase(context: ActContext, person: StaffId): CaseFact<'case.taken'> {
  checkAct(context, 'take')
  return fact('case.taken', { person })
}

/**
 * A favourable decision; from `accepted` the taking over is part of the act (C430). A denial goes through
 * the second signature instead. Refusals: C406, `case.deferred_open` with the list (C205), `check.missing`, `case.subtasks_open`.
 */
export function grantCase(context: ActContext, person: StaffId): readonly CaseFact[] {
  // The supervisor only signs denials, which is another act (C403).
  if (context.actor !== 'handler') throw new Refusal('case.forbidden')
  checkAct(context, 'decide')
  checkNothingDeferred(context)
  checkIsThere(context)
  checkNoSubtasks(context)
  const decided = fact('case.decided', {
    decision: 'granted',
    onSpot: false,
    reason: '',
    remedies: '',
    approvedBy: null,
  })
  return context.state.status === 'accepted' ? [fact('case.taken', { person }), decided] : [decided]
}

/** Who got the result and how (C443). */
export interface Handover {
  readonly receiver: string
  readonly relation: string
  readonly way: DeliveryWay
  /** Needed when the way is `post`. */
  readonly postNumber: string
  readonly returnedOriginals: readonly string[]
  readonly fee?: { readonly cents: number; readonly receiptNumber: string }
}

/**
 * 送达 (C431). Refusals: C406, `delivery.receiver_missing` without receiver, relation or postal number (C443), `fee.no_receipt`
 * for an official fee without the number of its receipt (V6).
 */
export function deliverCase(context: ActContext, handover: Handover): CaseFact<'case.delivered'> {
  checkAct(context, 'deliver')
  const { receiver, relation, way, postNumber } = handover
  if (isBlank(receiver) || isBlank(relation) || (way === 'post' && isBlank(postNumber))) {
    throw new Refusal('delivery.receiver_missing')
  }
  if (handover.fee !== undefined && isBlank(handover.fee.receiptNumber)) throw new Refusal('fee.no_receipt')
  return fact('case.delivered', handover)
}
