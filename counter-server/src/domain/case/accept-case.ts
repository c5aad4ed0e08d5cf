import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'
import type { MaterialMark } from './material-mark.ts'
import { checkNothingMissing, markedMaterials } from './materials.ts'

/** 受理 (C418). Refusals: C406, `material.unknown`, `material.missing` with the list (C440). */
export function acceptCase(context: ActContext, marks: readonly MaterialMark[]): CaseFact<'case.accepted'> {
  checkAct(context, 'accept')
  const materials = markedMaterials(context, marks)
  checkNothingMissing(context, materials, true)
  return fact('case.accepted', { materials, onSpot: false })
}

/** 当场办结: acceptance and decision at one instant; nothing can be promised for later here (C201). */
export function finishOnSpot(
  context: ActContext,
  marks: readonly MaterialMark[],
): readonly [CaseFact<'case.accepted'>, CaseFact<'case.decided'>] {
  checkAct(context, 'finish_on_spot')
  const materials = markedMaterials(context, marks)
  checkNothingMissing(context, materials, false)
  return [
    fact('case.accepted', { materials, onSpot: true }),
    fact('case.decided', { decision: 'granted', onSpot: true, reason: '', remedies: '', approvedBy: null }),
  ]
}

/** 转承诺: an immediate case that cannot finish goes on as a deadline case with a reason (C202). */
export function convertCase(context: ActContext, reason: string): CaseFact<'case.converted'> {
  checkAct(context, 'convert')
  if (isBlank(reason)) throw new Refusal('reason.required')
  return fact('case.converted', { reason })
}

/** 不需办理, with a reason (C414). */
export function notApplicable(context: ActContext, reason: string): CaseFact<'case.not_applicable'> {
  checkAct(context, 'not_applicable')
  if (isBlank(reason)) throw new Refusal('reason.required')
  return fact('case.not_applicable', { reason })
}

/** 撤回: the resident may withdraw at any time before the decision, without giving a reason (C432). */
export function withdrawCase(context: ActContext, reason: string): CaseFact<'case.withdrawn'> {
  checkAct(context, 'withdraw')
  return fact('case.withdrawn', { reason })
}
