import type { ContactPurpose, ContactWay, RevokedAt, Satisfaction } from '@counter/shared/vocabulary/agency'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import type { CaseFact } from './event.ts'

/** 转告补正; null when nothing is left to tell, which makes it a note (V21, V73). */
export function relayNotice(context: ActContext, way: ContactWay): CaseFact<'notice.relayed'> | null {
  checkAct(context, 'add_note')
  const { relay } = context.state.agency
  return relay === null || relay.endedAt !== null ? null : fact('notice.relayed', { way })
}

/** 代办员回访, the first one after the delivery; null for a later one. Refuses `case.wrong_status` before it (V21, V73). */
export function recordFollowUp(
  context: ActContext,
  told: { readonly way: ContactWay; readonly satisfaction: Satisfaction },
): CaseFact<'followup.recorded'> | null {
  checkAct(context, 'add_note')
  const { status, deliveredAt, agency } = context.state
  if (deliveredAt === null)
    throw new Refusal('case.wrong_status', { status, action: 'add_note', actions: '' })
  return agency.followup === null || agency.followup.endedAt !== null ? null : fact('followup.recorded', told)
}

/** One attempt to reach the resident, and how. */
export interface Attempt {
  readonly purpose: ContactPurpose
  readonly way: ContactWay
  readonly isReached: boolean
}

/**
 * One attempt. The one that makes so many days of silence gives the delivery or the follow-up back to the centre (V22);
 * a notice stays the point's to tell.
 */
export function attemptContact(
  context: ActContext,
  attempt: Attempt,
  daysToGiveUp: number,
): readonly CaseFact[] {
  checkAct(context, 'add_note')
  const attempted = fact('contact.attempted', attempt)
  const { purpose, isReached } = attempt
  const errand = context.state.agency[purpose]
  const isOpen = errand !== null && errand.endedAt === null
  if (purpose === 'relay' || isReached || !isOpen) return [attempted]
  return missedDays(context, purpose, errand.at) < daysToGiveUp
    ? [attempted]
    : [attempted, fact('contact.given_up', { purpose })]
}

function missedDays({ state, at }: ActContext, purpose: ContactPurpose, since: Instant): number {
  const missed = state.agency.missed.filter((each) => each.purpose === purpose && each.at >= since)
  return new Set([...missed.map((each) => civilDate(each.at)), civilDate(at)]).size
}

/** 撤回委托, at any time; null when it was taken back before. Refuses `case.forbidden`, `authority.missing` (V14). */
export function revokeAuthority(context: ActContext, where: RevokedAt): CaseFact<'authority.revoked'> | null {
  checkAct(context, 'add_note')
  const { state, actor } = context
  if (!MAY_REVOKE.has(actor)) throw new Refusal('case.forbidden')
  if (state.channel !== 'village') throw new Refusal('authority.missing')
  return state.agency.revokedAt === null ? fact('authority.revoked', { where }) : null
}

const MAY_REVOKE: ReadonlySet<ActContext['actor']> = new Set(['clerk', 'supervisor', 'agent'])

/** Refuses `authority.revoked` for what was done under the authority after it was taken back; what was captured before counts (V14). */
export function checkNotRevoked({ state, at }: ActContext): void {
  const { revokedAt } = state.agency
  if (revokedAt !== null && at > revokedAt) throw new Refusal('authority.revoked')
}

/** Originals given back to the resident (V17). Refuses `material.unknown`. */
export function returnOriginals(
  context: ActContext,
  { names, receiver }: { readonly names: readonly string[]; readonly receiver: string },
): CaseFact<'originals.returned'> {
  checkAct(context, 'add_note')
  const known = new Set(context.state.materials.map(({ name }) => name))
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined) throw new Refusal('material.unknown', { name: unknown })
  return fact('originals.returned', { names, receiver })
}
