import type { CaseDetail } from '@counter/shared/contract/cases'
import type { FactKind } from './fact-kinds.ts'

type Told = Pick<CaseDetail, 'row' | 'events' | 'actions' | 'materials' | 'agency' | 'delivery' | 'clocks'>

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
  if (actions.includes('deliver') && mayDeliver(detail)) due.push('result.deliver')
  if (isFollowUpDue(detail)) due.push('followup.record')
  const other: FactKind[] = []
  if (due.length > 0) other.push('contact.attempt')
  if (materials.some(({ state }) => state === 'received')) other.push('material.return')
  other.push('note.add')
  const isOurs = mayRevoke(detail)
  if (isOurs && actions.includes('edit_facts')) other.push('case.edit')
  if (isOurs && mayAskWithdrawal(detail)) other.push('case.ask_withdrawal')
  if (isOurs) other.push('authority.revoke')
  return { due, other }
}

/** Which papers may be given back. */
export function papersHere({ materials }: Pick<CaseDetail, 'materials'>): readonly string[] {
  return materials.filter(({ state }) => state === 'received').map(({ name }) => name)
}

/** A result is handed over by the point where it lies there, or where the resident lets the agent receive it (V9, V94). */
export function mayDeliver({ agency, events, clocks }: Pick<Told, 'agency' | 'events' | 'clocks'>): boolean {
  if (clocks.some(({ kind }) => kind === 'deliver')) return true
  return agency?.powers.includes('receive_result') === true && !isTakenBack({ events })
}

// Each notice is passed on once.
function isRelayDue(told: Told): boolean {
  const { row, events } = told
  if (row.status !== 'supplement' || isTakenBack(told)) return false
  return lastOf(events, 'supplement.requested') > lastOf(events, 'notice.relayed')
}

// Asked after what the agent handed over; a result that was fetched or posted is the centre's to ask about, and so is a resident
// whom the agent did not reach (V22).
function isFollowUpDue(told: Told): boolean {
  const { events, delivery } = told
  if (delivery?.way !== 'agent' || isTakenBack(told)) return false
  const isGivenUp = lastOf(events, 'contact.given_up') > lastOf(events, 'case.delivered')
  return !isGivenUp && lastOf(events, 'followup.recorded') === -1
}

// The hall carries on, and nothing is left for the agent to do (V14).
export function isTakenBack({ events }: Pick<Told, 'events'>): boolean {
  return lastOf(events, 'authority.revoked') !== -1
}

// What the resident takes back is recorded once, and nothing is left to take back of a case that is over.
function mayRevoke(told: Told): boolean {
  const { agency, row } = told
  const isOver = ['closed', 'withdrawn', 'refused', 'not_applicable', 'returned'].includes(row.status)
  return agency !== null && !isOver && !isTakenBack(told)
}

// Asked once; after a no it may be asked again.
function mayAskWithdrawal({ actions, events }: Told): boolean {
  return actions.includes('ask_withdrawal') && withdrawalOf({ events })?.isOpen !== true
}

/** What became of the last wish to withdraw: it waits, or was declined, and why (V73). */
export function withdrawalOf({
  events,
}: Pick<CaseDetail, 'events'>): { readonly isOpen: boolean; readonly reason: string } | null {
  const asked = lastOf(events, 'withdrawal.asked')
  if (asked === -1) return null
  const declined = lastOf(events, 'withdrawal.declined')
  if (declined < asked) return { isOpen: true, reason: '' }
  return { isOpen: false, reason: events[declined]?.text ?? '' }
}

function lastOf(events: CaseDetail['events'], type: CaseDetail['events'][number]['type']): number {
  return events.map((event) => event.type).lastIndexOf(type)
}
