import type { StaffId } from '@counter/shared/vocabulary/ids'
import { addMonths, earlierOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

/** What a resident may let the agent do; each is ticked singly (V9). */
export type AgencyPower = 'submit' | 'receive_notice' | 'receive_result'

/** The authority (委托书) as the agent recorded it; `signature` is the hash of its picture (V9, V10). */
export interface Authority {
  readonly relation: string
  readonly powers: readonly AgencyPower[]
  readonly until: PlainDate
  readonly signedAs: 'glass' | 'paper' | 'fingerprint'
  readonly signature: string
  readonly witness?: string | undefined
  readonly allowsDeputy: boolean
}

/** Days by which an authority is judged: the day of capture is a claim, today is the node's (V76). */
export interface AuthorityDays {
  readonly capturedOn: PlainDate
  readonly today: PlainDate
  /** The most months it may last ⚙. */
  readonly longestMonths: number
}

/**
 * Checks a new authority: signed with its picture among `files` or by fingerprint before a witness other than the
 * agent (`authority.missing`), not over on the day of capture (`authority.expired`), at most so many months ⚙
 * from today (`authority.too_long`), with the power to submit (`authority.out_of_scope`). V9, V10, V54.
 */
export function checkAuthority(
  authority: Authority | null,
  files: readonly string[],
  agent: string,
  days: AuthorityDays,
): void {
  if (authority === null || !isSigned(authority, files, agent)) throw new Refusal('authority.missing')
  requirePower(authority, 'submit')
  // A late arrival is judged by its day of capture, a phone that runs ahead by the day of the node.
  if (authority.until < earlierOf(days.capturedOn, days.today)) throw new Refusal('authority.expired')
  if (authority.until > addMonths(days.today, days.longestMonths)) {
    throw new Refusal('authority.too_long', { n: days.longestMonths })
  }
}

/** Whether such an authority would be taken with a registration (V9, V10). */
export function isAuthoritySound(...asked: Parameters<typeof checkAuthority>): boolean {
  try {
    checkAuthority(...asked)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Refuses with `authority.out_of_scope` what the resident did not let the agent do (V9). */
export function requirePower({ powers }: Pick<Authority, 'powers'>, power: AgencyPower): void {
  if (!powers.includes(power)) throw new Refusal('authority.out_of_scope')
}

/** Refuses `authority.out_of_scope` for another agent than the one who was named, unless the resident allowed the deputy (V9). */
export function checkMayAct(
  { agent, allowsDeputy }: Pick<Authority, 'allowsDeputy'> & { readonly agent: StaffId },
  acting: StaffId,
): void {
  if (agent !== acting && !allowsDeputy) throw new Refusal('authority.out_of_scope')
}

/** True from the day after the last one that the resident named (V9). */
export function isAuthorityOver({ until }: Pick<Authority, 'until'>, on: PlainDate): boolean {
  return on > until
}

/** An authority as it stands on a case. */
export interface StandingAuthority {
  readonly powers: readonly string[]
  readonly until: PlainDate
  readonly agent: StaffId
  readonly allowsDeputy: boolean
}

/**
 * Whether a result may be handed to this agent today: with the power 代收结果, by an authority that stands (V9, V14). Refuses
 * `authority.revoked`, `authority.expired`, `authority.out_of_scope`, each with the number of the case.
 */
export function checkReceivesResult(
  authority: StandingAuthority | undefined,
  { revokedAt, agent, today, number }: Receiving,
): void {
  const params = { n: number }
  if (revokedAt !== null) throw new Refusal('authority.revoked', params)
  // Entered again from paper, it has no authority that anybody could check (V80).
  if (authority?.powers.includes('receive_result') !== true)
    throw new Refusal('authority.out_of_scope', params)
  if (isAuthorityOver(authority, today)) throw new Refusal('authority.expired', params)
  if (agent !== authority.agent && !authority.allowsDeputy)
    throw new Refusal('authority.out_of_scope', params)
}

export interface Receiving {
  readonly revokedAt: Instant | null
  /** Who takes it along. */
  readonly agent: StaffId
  readonly today: PlainDate
  readonly number: string
}

function isSigned(
  { signedAs, signature, witness }: Authority,
  files: readonly string[],
  agent: string,
): boolean {
  if (!files.includes(signature)) return false
  if (signedAs !== 'fingerprint') return true
  const name = witness?.trim() ?? ''
  return name !== '' && name !== agent
}
