import type { CaseDetail } from '@counter/shared/contract/cases'
import type { FactKind } from './fact-kinds.ts'

type Told = Pick<CaseDetail, 'row' | 'events' | 'actions' | 'materials' | 'agency' | 'delivery'>

/** What a point owes a case, each with its timer (V21). */
export type DueKind = Extract<FactKind, 'correction.relay' | 'result.deliver' | 'followup.record'>

/** What may be said of a case: what is due stands first, the rest is at hand. */
interface CaseActs {
  readonly due: readonly DueKind[]
  readonly other: readonly FactKind[]
}

/** Read from the record alone, so that the phone's own copy says it too. */
export function actsOf(detail: Told): CaseActs {
  const { actions, materials } = detail
  const due: DueKind[] = []
  if (isRelayDue(detail)) due.push('correction.relay')
  if (actions.includes('deliver')) due.push('result.deliver')
  if (isFollowUpDue(detail)) due.push('followup.record')
  const other: FactKind[] = []
  if (due.length > 0) other.push('contact.attempt')
  if (materials.some(({ state }) => state === 'received')) other.push('material.return')
  other.push('note.add')
  if (mayRevoke(detail)) other.push('authority.revoke')
  return { due, other }
}

/** Which papers may be given back. */
export function papersHere({ materials }: Pick<CaseDetail, 'materials'>): readonly string[] {
  return materials.filter(({ state }) => state === 'received').map(({ name }) => name)
}

// Each notice is passed on once.
function isRelayDue({ row, events }: Told): boolean {
  return (
    row.status === 'supplement' && lastOf(events, 'supplement.requested') > lastOf(events, 'notice.relayed')
  )
}

// Asked after what the agent handed over; a result that was fetched or posted is the centre's to ask about.
function isFollowUpDue({ events, delivery }: Told): boolean {
  return delivery?.way === 'agent' && lastOf(events, 'followup.recorded') === -1
}

// What the resident takes back is recorded once, and nothing is left to take back of a case that is over.
function mayRevoke({ agency, events, row }: Told): boolean {
  const isOver = ['closed', 'withdrawn', 'refused', 'not_applicable', 'returned'].includes(row.status)
  return agency !== null && !isOver && lastOf(events, 'authority.revoked') === -1
}

function lastOf(events: CaseDetail['events'], type: CaseDetail['events'][number]['type']): number {
  return events.map((event) => event.type).lastIndexOf(type)
}
