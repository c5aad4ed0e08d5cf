import type { SupplementLine } from '../../domain/case/event.ts'
import { requestSupplement as decideSupplement } from '../../domain/case/supplement.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 补正告知: one complete list, one paper (C404, C416). */
export function requestSupplement(
  deps: Deps,
  command: CaseCommand,
  lines: readonly SupplementLine[],
): Promise<CaseDone> {
  return actOnCase(deps, command, 'request-supplement', { lines }, (scene) =>
    makeReceipt(recordFacts(scene, [decideSupplement(scene.context, lines)]), 'supplement'),
  )
}
