import { convertCase as decideConversion } from '../../domain/case/accept-case.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 转承诺: same case, same number, a new limit counted from the receipt (C202). */
export function convertCase(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'convert', { reason }, (scene) =>
    makeReceipt(recordFacts(scene, [decideConversion(scene.context, reason)]), 'receipt'),
  )
}
