import { askForPapers, papersStopClock } from '../../domain/case/ask-papers.ts'
import type { SupplementLine } from '../../domain/case/material-mark.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 受理后补材料: one paper says what is missing and whether the clock goes on (C516). */
export function askPapers(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly lines: readonly SupplementLine[]; readonly basis: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'ask-papers', asked, (scene) => {
    const paperNumber = nextPaperNumber(scene.tx, 'late_supplement')
    const facts = askForPapers(scene.context, { ...asked, paperNumber })
    const done = recordFacts(scene, facts, { text: paperNumber })
    const basis = papersStopClock(scene.context) ? asked.basis : ''
    return makeReceipt(done, 'late_supplement', { paperNumber, points: basisPoint(basis) })
  })
}

function basisPoint(basis: string) {
  return basis === '' ? [] : [{ point: 'basis', text: basis } as const]
}
