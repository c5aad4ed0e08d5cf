import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { AgencyState } from './agency-state.ts'
import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'

/** How the case came up: at once, and with papers that have to follow (V21). */
export function registeredAt(state: CaseState, { payload }: CaseEvent<'case.registered'>): AgencyState {
  const { isUrgent = false, papers = [] } = payload
  return { ...state.agency, isUrgent, awaitsPaper: papers.length > 0 }
}

/** A notice to a village's resident is the point's to pass on, where somebody serves it (V1, V21). */
export function withRelay(
  state: CaseState,
  { id, occurredAt, payload }: CaseEvent<'supplement.requested'>,
): AgencyState {
  if (!hasPoint(state) || payload.byHall === true) return state.agency
  return { ...state.agency, relay: { eventId: id, at: occurredAt, endedAt: null } }
}

/** The first word to the resident ends the timer; later ones are notes (V73). */
export function relayed(state: CaseState, { occurredAt }: CaseEvent): AgencyState {
  return withEnded(state.agency, 'relay', occurredAt)
}

/** Papers that came later: with what lies there since before, or on a way up of their own (V17, V21). */
export function takenIn(state: CaseState, { id, occurredAt }: CaseEvent<'papers.taken'>): AgencyState {
  const { agency } = state
  if (!hasPoint(state) || state.endedAt !== null || isLying(agency)) return agency
  return { ...agency, awaitsPaper: true, paperAt: null, takenIn: { eventId: id, at: occurredAt } }
}

function isLying({ awaitsPaper, paperAt }: AgencyState): boolean {
  return awaitsPaper && paperAt === null
}

/** Papers that reached the hall end the way up; a result in the agent's hands begins the second leg (V21, V94). */
export function handed(
  state: CaseState,
  { id, occurredAt, payload }: CaseEvent<'papers.handed'>,
): AgencyState {
  const { agency } = state
  if (payload.way === 'up') return { ...agency, paperAt: agency.paperAt ?? occurredAt }
  return { ...agency, deliver: agency.deliver ?? { eventId: id, at: occurredAt, endedAt: null } }
}

/** What was handed over by the point is followed up by it (V21). */
export function deliveredBy(state: CaseState, event: CaseEvent<'case.delivered'>): AgencyState {
  const { id, occurredAt, payload } = event
  const ended = withEnded(state.agency, 'deliver', occurredAt)
  if (payload.way !== 'agent' || !hasPoint(state)) return ended
  return { ...ended, followup: { eventId: id, at: occurredAt, endedAt: null } }
}

export function followedUp(state: CaseState, { occurredAt }: CaseEvent): AgencyState {
  return withEnded(state.agency, 'followup', occurredAt)
}

export function attempted(state: CaseState, event: CaseEvent<'contact.attempted'>): AgencyState {
  const { purpose, isReached } = event.payload
  const { agency } = state
  return isReached ? agency : { ...agency, missed: [...agency.missed, { purpose, at: event.occurredAt }] }
}

/** 未能联系: the point's part is over, the case is the centre's (V22). */
export function givenBack(state: CaseState, event: CaseEvent<'contact.given_up'>): AgencyState {
  const { purpose } = event.payload
  const ended = withEnded(state.agency, purpose, event.occurredAt)
  return { ...ended, givenBack: [...ended.givenBack, purpose] }
}

/** The hall carries on; nothing is left for the agent to do (V14). */
export function revoked(state: CaseState, { occurredAt }: CaseEvent): AgencyState {
  const { agency } = state
  const ended = ERRANDS.reduce((each, errand) => withEnded(each, errand, occurredAt), agency)
  return { ...ended, revokedAt: agency.revokedAt ?? occurredAt }
}

/** A case that ends without a result leaves nothing to pass on. */
export function endedFor(agency: AgencyState, at: Instant): AgencyState {
  return withEnded(withEnded(agency, 'relay', at), 'deliver', at)
}

const ERRANDS = ['relay', 'deliver', 'followup'] as const satisfies readonly ContactPurpose[]

function withEnded(agency: AgencyState, errand: ContactPurpose, at: Instant): AgencyState {
  const open = agency[errand]
  return open === null || open.endedAt !== null ? agency : { ...agency, [errand]: { ...open, endedAt: at } }
}

function hasPoint({ channel, agency }: CaseState): boolean {
  return channel === 'village' && agency.revokedAt === null
}
