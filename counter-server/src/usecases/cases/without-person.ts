import type { CaseLine } from './case-lines.ts'
import type { CaseDetailFacts } from './read-case.ts'

/** A row as a leader sees it: the matter, the unit and the time, but nobody (P11). */
export function lineWithoutPerson(line: CaseLine): CaseLine {
  return { ...line, facts: { ...line.facts, nameMasked: '', handlerName: null } }
}

/** A case as a leader sees it. What was written by hand may name somebody, so only requests and orders keep their words (P11). */
export function withoutPerson(detail: CaseDetailFacts): CaseDetailFacts {
  return {
    ...detail,
    line: lineWithoutPerson(detail.line),
    applicant: { name: '', idNo: null, phone: null, village: null, hasAddress: false },
    decision: detail.decision === null ? null : { ...detail.decision, result: '' },
    delivery: null,
    agency: null,
    materials: detail.materials.map((line) => ({ ...line, files: [] })),
    events: detail.events.map((line) => ({ ...line, text: null })),
  }
}
