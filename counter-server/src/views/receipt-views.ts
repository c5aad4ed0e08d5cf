import type { PaperLine } from '@counter/shared/contract/paper-line'
import type { Receipt } from '@counter/shared/contract/receipt'
import type { CasePaperLine } from '../usecases/cases/case-papers.ts'
import type { ReceiptFacts } from '../usecases/cases/paper-facts.ts'
import { toReasons, toSegment } from './clock-views.ts'
import { toWording } from './wording-views.ts'

export function toReceipt(facts: ReceiptFacts): Receipt {
  return {
    id: facts.id,
    kind: facts.kind,
    of: facts.of ?? 'case',
    paperNumber: facts.paperNumber,
    nth: facts.nth,
    madeAt: facts.madeAt,
    centre: facts.centre,
    caseNumber: facts.caseNumber,
    queryCode: facts.queryCode,
    token: facts.token,
    link: facts.link,
    itemName: facts.itemName,
    applicant: facts.applicant,
    unitName: facts.unitName,
    receivedAt: facts.receivedAt,
    dueAt: facts.dueAt,
    dueOn: facts.dueOn,
    isProvisional: facts.isProvisional,
    statutoryDueOn: facts.statutoryDueOn,
    explanation: facts.explanation.map(toSegment),
    reasons: facts.reasons === null || facts.reasons === undefined ? null : toReasons(facts.reasons),
    unit: facts.unit ?? null,
    materials: facts.materials.map(({ name, state, how, promisedOn = null }) => ({
      name,
      state,
      how,
      ...(promisedOn === null ? {} : { promisedOn }),
    })),
    points: facts.points.map(({ point, text }) => ({ point, text })),
    until: facts.until,
    where: facts.where,
    by: facts.by,
    consultPhone: facts.consultPhone,
    supervisionPhone: facts.supervisionPhone,
    wording: facts.wording ? toWording(facts.wording) : null,
  }
}

/** A paper as the page of its case or letter names it, with its trail. */
export function toPaperLine({ id, kind, number, madeAt, prints }: CasePaperLine): PaperLine {
  return { id, kind, number, madeAt, prints: prints.map(({ nth, way, at, by }) => ({ nth, way, at, by })) }
}
