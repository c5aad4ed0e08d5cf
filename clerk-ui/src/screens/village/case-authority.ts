import type { CaseDetail } from '@counter/shared/contract/cases'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { FactKind } from './fact-kinds.ts'

type Told = Pick<CaseDetail, 'events' | 'agency' | 'clocks'>

/** How an authority ended: the resident took it back (V14), or its last day is past (V9). */
export type AuthorityEnd = 'revoked' | 'over'

/** Null while it stands; a case without one was entered at the hall, which acts for it. */
export function endOfAuthority({ agency, events }: Told, on: PlainDate): AuthorityEnd | null {
  if (events.some(({ type }) => type === 'authority.revoked')) return 'revoked'
  return agency !== null && on > agency.until ? 'over' : null
}

/** Why the centre would refuse this now, or null: whatever is open also without the authority stays open (decision 053). */
export function whyRefused(told: Told, kind: FactKind, on: PlainDate): AuthorityEnd | null {
  if (isFree(told, kind)) return null
  const end = endOfAuthority(told, on)
  return end === 'over' && isErrandOfThen(told, kind) ? null : end
}

/** A result that was handed down lies in the agent's hands (V94). */
export function isInHand({ clocks }: Pick<Told, 'clocks'>): boolean {
  return clocks.some(({ kind }) => kind === 'deliver')
}

/** Where the last event of a kind stands, -1 without one. */
export function lastOf(events: CaseDetail['events'], type: CaseDetail['events'][number]['type']): number {
  return events.map((event) => event.type).lastIndexOf(type)
}

const FREE: ReadonlySet<FactKind> = new Set(['note.add', 'material.return', 'authority.revoke'])

function isFree(told: Told, kind: FactKind): boolean {
  return FREE.has(kind) || (kind === 'result.deliver' && isInHand(told))
}

// What the point was given to do while the authority held is finished after its last day.
function isErrandOfThen(told: Told, kind: FactKind): boolean {
  const { clocks } = told
  if (kind === 'correction.relay') return isOfThen(told, 'supplement.requested')
  if (kind === 'followup.record') return isInHand(told) || isOfThen(told, 'case.delivered')
  if (kind !== 'contact.attempt') return false
  const isOpen = (timer: string) => clocks.some((clock) => clock.kind === timer && clock.state === 'running')
  if (isOpen('deliver')) return true
  if (isOpen('followup')) return isErrandOfThen(told, 'followup.record')
  return isOpen('relay') && isErrandOfThen(told, 'correction.relay')
}

function isOfThen({ events, agency }: Told, type: 'supplement.requested' | 'case.delivered'): boolean {
  const begun = events[lastOf(events, type)]
  return begun !== undefined && agency !== null && civilDate(begun.occurredAt) <= agency.until
}
