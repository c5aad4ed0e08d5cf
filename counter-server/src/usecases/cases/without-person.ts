import type { CaseLine } from './case-lines.ts'

/** A row as a leader sees it: the matter, the unit and the time, but nobody (P11). */
export function lineWithoutPerson(line: CaseLine): CaseLine {
  return { ...line, facts: { ...line.facts, nameMasked: '', handlerName: null } }
}

/** What of a case's page names somebody, or may. */
interface Personal {
  readonly line: CaseLine
  readonly applicant: {
    readonly name: string
    readonly idNo: string | null
    readonly phone: string | null
    readonly village: unknown
    readonly hasAddress: boolean
    readonly hasContact: boolean
  }
  readonly decision: { readonly result: string } | null
  readonly delivery: object | null
  readonly notice: { readonly lines: readonly { readonly problem: string }[] } | null
  readonly duplicates: { readonly absorbed: readonly { readonly notes: readonly unknown[] }[] }
  readonly subtasks: readonly { readonly content: string; readonly result: string }[]
  readonly agency: object | null
  readonly relation: { readonly found: { readonly reason: string } | null }
  readonly materials: readonly { readonly files: readonly unknown[] }[]
  readonly otherFiles: readonly unknown[]
  readonly events: readonly {
    readonly text: string | null
    readonly event: { readonly lateReason: string | null }
  }[]
}

/** A case as a leader sees it. What was written by hand may name somebody, so only requests and orders keep their words (P11). */
export function withoutPerson<Detail extends Personal>(detail: Detail): Detail {
  return {
    ...detail,
    line: lineWithoutPerson(detail.line),
    applicant: { name: '', idNo: null, phone: null, village: null, hasAddress: false, hasContact: false },
    decision: detail.decision === null ? null : { ...detail.decision, result: '' },
    delivery: null,
    notice:
      detail.notice === null
        ? null
        : { ...detail.notice, lines: detail.notice.lines.map((line) => ({ ...line, problem: '' })) },
    subtasks: detail.subtasks.map((asked) => ({ ...asked, content: '', result: '' })),
    agency: null,
    relation: {
      ...detail.relation,
      found: detail.relation.found === null ? null : { ...detail.relation.found, reason: '' },
    },
    duplicates: {
      ...detail.duplicates,
      absorbed: detail.duplicates.absorbed.map((each) => ({ ...each, notes: [] })),
    },
    materials: detail.materials.map((line) => ({ ...line, files: [] })),
    otherFiles: [],
    events: detail.events.map((line) => ({
      ...line,
      text: null,
      event: { ...line.event, lateReason: null },
    })),
  }
}
