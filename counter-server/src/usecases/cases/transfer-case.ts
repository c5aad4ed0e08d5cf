import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { checkAct, fact, isBlank } from '../../domain/case/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findUnits } from '../../store/township.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 转办: another unit goes on; no clock stops or begins anew (C801). Refuses `transfer.bad_target`, `reason.required`. */
export function transferCase(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly unit: UnitCode; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'transfer', asked, (scene) => {
    checkAct(scene.context, 'transfer')
    if (isBlank(asked.reason)) throw new Refusal('reason.required')
    const isUnit = findUnits(scene.tx).some(({ code }) => code === asked.unit)
    if (asked.unit === scene.facts.unit || !isUnit) throw new Refusal('transfer.bad_target')
    recordFacts(scene, [fact('case.transferred', asked)])
    return null
  })
}
