import type { CaseDetail } from '@counter/shared/contract/cases'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { isInHand, lastOf, whyRefused } from './case-authority.ts'
import type { FactKind } from './fact-kinds.ts'

type Told = Pick<CaseDetail, 'row' | 'events' | 'actions' | 'materials' | 'agency' | 'delivery' | 'clocks'>

/** What a point owes a case, each with its timer (V21). */
export type DueKind = Extract<FactKind, 'correction.relay' | 'result.deliver' | 'followup.record'>

/** What may be said of a case: what is due stands first, the rest is at hand. */
interface CaseActs {
  readonly due: readonly DueKind[]
  readonly other: readonly FactKind[]
}

/** Read from the record and the day alone, so that the phone's own copy says it too; only what the centre would take. */
export function actsOf(detail: Told, on: PlainDate): CaseActs {
  const isTaken = (kind: FactKind) => whyRefused(detail, kind, on) === null
  const due = dueOf(detail).filter(isTaken)
  return { due, other: otherOf(detail, due.length > 0).filter(isTaken) }
}

function dueOf(detail: Told): readonly DueKind[] {
  const due: DueKind[] = []
  if (isRelayDue(detail)) due.push('correction.relay')
  if (detail.actions.includes('deliver') && isLetReceive(detail)) due.push('result.deliver')
  if (isFollowUpDue(detail)) due.push('followup.record')
  return due
}

function otherOf(detail: Told, isDue: boolean): readonly FactKind[] {
  const { actions, materials } = detail
  const other: FactKind[] = []
  if (isDue) other.push('contact.attempt')
  if (materials.some(({ state }) => state === 'received')) other.push('material.return')
  other.push('note.add')
  const isOurs = mayRevoke(detail)
  if (isOurs && actions.includes('edit_facts')) other.push('case.edit')
  if (isOurs && mayAskWithdrawal(detail)) other.push('case.ask_withdrawal')
  if (isOurs) other.push('authority.revoke')
  return other
}

/** Which papers may be given back. */
export function papersHere({ materials }: Pick<CaseDetail, 'materials'>): readonly string[] {
  return materials.filter(({ state }) => state === 'received').map(({ name }) => name)
}

/** A result is handed over by the point where it lies there, or where the resident lets the agent receive it (V9, V94). */
export function isLetReceive(detail: Pick<Told, 'agency' | 'clocks'>): boolean {
  return isInHand(detail) || detail.agency?.powers.includes('receive_result') === true
}

// Each notice is passed on once.
function isRelayDue({ row, events }: Told): boolean {
  if (row.status !== 'supplement') return false
  return lastOf(events, 'supplement.requested') > lastOf(events, 'notice.relayed')
}

// Asked after what the agent handed over; a result that was fetched or posted is the centre's to ask about, and so is a resident
// whom the agent did not reach (V22).
function isFollowUpDue({ events, delivery }: Told): boolean {
  if (delivery?.way !== 'agent') return false
  const isGivenUp = lastOf(events, 'contact.given_up') > lastOf(events, 'case.delivered')
  return !isGivenUp && lastOf(events, 'followup.recorded') === -1
}

// What the resident takes back is recorded once, and nothing is left to take back of a case that is over.
function mayRevoke({ agency, row, events }: Told): boolean {
  return agency !== null && !isCaseOver(row) && lastOf(events, 'authority.revoked') === -1
}

/** Nothing more is done of it. */
export function isCaseOver({ status }: Pick<CaseDetail['row'], 'status'>): boolean {
  return ['closed', 'withdrawn', 'refused', 'not_applicable', 'returned'].includes(status)
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
