import { COMMITTEE, GUARDIAN, GUARDIAN_ROLE } from '@counter/shared/vocabulary/agency'
import { idProblem, isMinor, isPhone } from '@counter/shared/vocabulary/identity'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { IdKind } from '@counter/shared/vocabulary/personal-data'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { checkNotice } from '../case/receive-case.ts'
import { Refusal } from '../refusal.ts'
import { type Authority, type AuthorityDays, checkAuthority } from './authority.ts'

/** What the item version in force says about agency (V7). */
export interface AgencyItem {
  readonly code: string
  readonly villageAgency: boolean
  readonly inPersonRequired: boolean
  /** For 低保 and 特困 the village committee may ask in the resident's place (V11). */
  readonly committeeMayAsk: boolean
  /** It took no new case any more when this one was captured (V86). */
  readonly isStopped: boolean
}

/** The resident as typed; `idNote` says why there is no ID number (C1106). */
export interface AgencyApplicant {
  readonly name: string
  readonly idKind?: IdKind | undefined
  readonly idNo: string | null
  readonly idNote?: string | undefined
  readonly phone: string | null
  readonly village: VillageCode | null
}

/** Everything a registration at a village point is judged by. `files` are the hashes its header names. */
export interface Registration extends AuthorityDays {
  readonly point: VillageCode
  /** Display name of the agent, who may not witness a fingerprint (V10). */
  readonly agent: string
  readonly item: AgencyItem
  readonly applicant: AgencyApplicant
  readonly isConsentGiven: boolean
  readonly careVersion?: number | null | undefined
  readonly authority: Authority | null
  readonly isRelative: boolean | null
  readonly files: readonly string[]
  /** As what each file is sent: the authority, a material, the proof of guardianship. */
  readonly roles: readonly string[]
  /** The applicant is the agent (V11). */
  readonly isOwnMatter: boolean
}

/**
 * Judges a registration in the order in which the page asks: item, consent, person, authority, declaration; the first
 * failure answers (V7 to V13). Refuses `item.*`, `case.consent_missing`, `person.*`, `contact.phone`, `authority.*`,
 * `agent.self`, `material.missing`, `guardian.missing`, `declaration.missing`.
 */
export function checkRegistration(registration: Registration): void {
  const { item, applicant, authority, files, agent, isRelative } = registration
  checkAgencyItem(item)
  if (!registration.isConsentGiven) throw new Refusal('case.consent_missing')
  checkApplicant(applicant, registration.point, registration.today)
  const { idNo, idKind = idNo === null ? 'none' : 'id_card' } = applicant
  checkNotice({ idKind, idNo }, registration.careVersion ?? null, registration.today)
  checkAuthority(authority, files, agent, registration)
  checkPrincipal(registration)
  if (isRelative === null) throw new Refusal('declaration.missing')
}

// Nobody acts for themselves: the deputy or the hall takes it; a committee asks for few items only, a child for none (V11).
function checkPrincipal(registration: Registration): void {
  const { isOwnMatter, authority, item, roles } = registration
  if (isOwnMatter) throw new Refusal('agent.self')
  if (authority?.relation === COMMITTEE && !item.committeeMayAsk) throw new Refusal('authority.out_of_scope')
  if (authority?.relation.startsWith(GUARDIAN)) return checkGuardian(authority.relation, roles)
  if (authority?.relation !== COMMITTEE && isChild(registration)) throw new Refusal('guardian.missing')
}

function isChild({ applicant: { idNo, idKind = 'id_card' }, today }: Registration): boolean {
  return idNo !== null && isMinor(idKind, idNo, today)
}

// A guardian says whose, and shows it; the page asks for both before it sends (V11).
function checkGuardian(relation: string, roles: readonly string[]): void {
  if (relation.slice(GUARDIAN.length).trim() === '')
    throw new Refusal('material.missing', { list: WHOSE_GUARDIAN })
  if (!roles.includes(GUARDIAN_ROLE)) throw new Refusal('material.missing', { list: GUARDIAN_ROLE })
}

const WHOSE_GUARDIAN = '与被监护人的关系'

// The stricter word first: who must come in person should hear that, and not only that the village cannot help.
function checkAgencyItem({ villageAgency, inPersonRequired, isStopped }: AgencyItem): void {
  if (isStopped) throw new Refusal('item.stopped')
  if (inPersonRequired) throw new Refusal('item.in_person_required')
  if (!villageAgency) throw new Refusal('item.not_agency')
}

function checkApplicant(
  { idNo, idKind = idNo === null ? 'none' : 'id_card', idNote = '', phone, village }: AgencyApplicant,
  point: VillageCode,
  today: PlainDate,
): void {
  if (village !== point) throw new Refusal('person.other_village')
  const problem =
    idKind === 'none' && idNo === null ? noIdProblem(idNote) : idProblem(idKind, idNo ?? '', today)
  if (problem !== null) throw new Refusal('person.id_invalid', { problem })
  // Without a phone the point itself is whom the centre calls (C1107).
  if (phone !== null && !isPhone(phone)) throw new Refusal('contact.phone')
}

function noIdProblem(idNote: string): 'length' | null {
  return idNote.trim() === '' ? 'length' : null
}
