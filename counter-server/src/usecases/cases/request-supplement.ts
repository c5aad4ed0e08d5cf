import type { SupplementLine } from '../../domain/case/event.ts'
import { requestSupplement as decideSupplement } from '../../domain/case/supplement.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import type { ReceiptFacts } from './paper-facts.ts'
import { type CaseSecrets, makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 补正告知: one complete list, one paper (C404, C416). */
export function requestSupplement(
  deps: Deps,
  command: CaseCommand,
  lines: readonly SupplementLine[],
): Promise<CaseDone> {
  return actOnCase(deps, command, 'request-supplement', { lines }, (scene) => giveNotice(scene, lines))
}

/** Records the notice and makes its paper, whose number stays with the event. */
export function giveNotice(
  scene: CaseScene,
  lines: readonly SupplementLine[],
  secrets: CaseSecrets | null = null,
): ReceiptFacts {
  const requested = decideSupplement(scene.context, lines)
  const paperNumber = nextPaperNumber(scene.tx, 'supplement')
  const given = recordFacts(scene, [requested], { text: paperNumber })
  return makeReceipt(given, 'supplement', { secrets, paperNumber })
}
