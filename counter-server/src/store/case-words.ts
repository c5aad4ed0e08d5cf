import type { CaseEventType } from '@counter/shared/vocabulary/case'
import type { CaseFact } from '../domain/case/event.ts'

/** What was written by hand with an event, by its place in the event; `text` and `lateReason` stand beside the payload. */
export type CaseWords = Readonly<Record<string, string>>

/** Words that stand beside the payload. */
const BESIDE: ReadonlySet<string> = new Set(['text', 'lateReason'])

/** Where the payload of each event holds words that a person wrote; `*` is every line of a list (P30). */
const WRITTEN: { readonly [Type in CaseEventType]: readonly string[] } = {
  'case.registered': [],
  'case.received': [],
  'case.imported': [],
  'case.converted': ['reason'],
  'item.changed': ['reason', 'lines.*.problem'],
  'case.not_applicable': ['reason'],
  'case.refused': ['reason', 'organ'],
  'supplement.requested': ['lines.*.problem', 'again.reason'],
  'supplement.handed_in': [],
  'papers.asked': ['lines.*.problem', 'basis'],
  'pledge.made': [],
  'case.accepted': [],
  'case.deemed_accepted': [],
  'case.taken': [],
  'case.paused': ['noticeNumber'],
  'case.resumed': ['note'],
  'case.extended': ['reason'],
  'case.transferred': ['reason'],
  'case.assigned': ['reason'],
  'transfer.taken_over': [],
  'transfer.sent_back': ['reason'],
  'subtask.opened': [],
  'subtask.answered': [],
  'subtask.waived': ['reason'],
  'check.recorded': [],
  'case.reported_up': ['organ'],
  'case.forwarded': ['organ'],
  'case.result_recorded': [],
  'case.decided': ['reason'],
  'case.delivered': ['relation', 'postNumber', 'fee.receiptNumber'],
  'case.withdrawn': ['reason'],
  'case.returned': ['reason'],
  'case.voided': ['reason'],
  'case.urged': [],
  'case.noted': [],
  'approval.requested': ['proposal.reason', 'proposal.organ', 'proposal.lines.*.problem'],
  'approval.declined': ['reason'],
  'calendar.applied': [],
  'setting.applied': [],
  'mark.fired': [],
  'event.voided': ['reason'],
  'result.shelved': [],
  'result.told': [],
  'papers.taken': [],
  'papers.handed': [],
  'notice.relayed': [],
  'contact.attempted': [],
  'contact.given_up': [],
  'followup.recorded': [],
  'authority.revoked': [],
  'originals.returned': [],
  'capture.dated': [],
  'relation.found': [],
  'relation.declared': [],
  'recusal.noted': ['reason'],
  'case.edited': ['changes.*.from', 'changes.*.to'],
  'withdrawal.asked': ['reason'],
  'withdrawal.declined': ['reason'],
  'due.told': [],
  'duplicate.judged': [],
  'case.merged': [],
  'case.absorbed': [],
  'order.issued': [],
  'order.replied': [],
  'order.closed': [],
}

/** A fact without what was written by hand, and those words by their place. */
export function withoutWords(fact: CaseFact): { readonly payload: object; readonly words: CaseWords } {
  const payload = structuredClone<object>(fact.payload) as Node
  const words: Record<string, string> = {}
  for (const place of WRITTEN[fact.type]) {
    for (const path of pathsOf(payload, place.split('.'))) {
      const { holder, name } = holderOf(payload, path)
      const written = holder[name]
      if (typeof written !== 'string' || written === '') continue
      words[path.join('.')] = written
      holder[name] = ''
    }
  }
  return { payload, words }
}

/** A payload with its words in their places again. */
export function withWords<Payload>(payload: Payload, words: CaseWords): Payload {
  const whole = structuredClone(payload)
  for (const [place, written] of Object.entries(words)) {
    if (BESIDE.has(place)) continue
    const { holder, name } = holderOf(whole as Node, place.split('.'))
    holder[name] = written
  }
  return whole
}

type Node = Record<string, unknown>

function pathsOf(node: Node, [name, ...rest]: readonly string[]): string[][] {
  if (name === undefined) return [[]]
  const names = name === '*' ? Object.keys(node) : name in node ? [name] : []
  return names.flatMap((each) => {
    if (rest.length === 0) return [[each]]
    return pathsOf(node[each] as Node, rest).map((path) => [each, ...path])
  })
}

function holderOf(node: Node, path: readonly string[]): { readonly holder: Node; readonly name: string } {
  const name = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce((found, step) => found[step] as Node, node)
  return { holder, name }
}
