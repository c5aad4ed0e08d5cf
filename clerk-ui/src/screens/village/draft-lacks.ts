import { GUARDIAN_ROLE } from '@counter/shared/vocabulary/agency'
import { isPhone } from '@counter/shared/vocabulary/identity'
import { addMonths } from '@counter/shared/vocabulary/plain-date'
import { PLAIN_TEXT } from '@counter/shared/vocabulary/plain-text'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type Draft, LONGEST_MONTHS, requiredOf } from './draft.ts'
import { hasDocument } from './draft-document.ts'

/** What the page names after 「还缺」, in its own order. */
export const LACKS = [
  'item',
  'consent',
  'name',
  'idNo',
  'phone',
  'village',
  'materials',
  'self',
  'principal',
  'guardian',
  'powers',
  'until',
  'signature',
  'witness',
  'relative',
  'plain',
] as const
export type Lack = (typeof LACKS)[number]

/** What the draft still needs before it may be sent; an incomplete one stays a draft (V36, V95). */
export function lacksOf(draft: Draft, today: PlainDate, agent: string): readonly Lack[] {
  const isThere: Record<Lack, boolean> = {
    item: draft.item !== null,
    consent: draft.isConsentGiven,
    name: draft.name.trim() !== '',
    idNo: hasDocument(draft, today),
    phone: draft.hasNoPhone || isPhone(draft.phone),
    village: draft.isOwnVillage,
    materials: missingMaterials(draft).length === 0,
    self: draft.name.trim() === '' || draft.name.trim() !== agent,
    principal: hasPrincipal(draft),
    guardian: hasGuardian(draft),
    powers: draft.powers.includes('submit'),
    until: draft.until >= today && draft.until <= addMonths(today, LONGEST_MONTHS),
    signature: draft.signature !== null,
    witness: draft.signedAs !== 'fingerprint' || draft.witness.trim() !== '',
    relative: draft.isRelative !== null,
    plain: typedIn(draft).every((text) => PLAIN_TEXT.test(text)),
  }
  return LACKS.filter((lack) => !isThere[lack])
}

function typedIn({ name, idNo, idNote, group, guardian, witness }: Draft): readonly string[] {
  return [name, idNo, idNote, group, guardian, witness]
}

/** The required materials that are neither here nor promised for a day (C205, C440). */
export function missingMaterials({ item, materials }: Draft): readonly string[] {
  const required = requiredOf(item)
  return materials
    .filter(({ state, promisedOn, name }) => {
      if (state === 'deferred') return promisedOn === ''
      return state === 'missing' && required.has(name)
    })
    .map(({ name }) => name)
}

// A committee asks for what its item lets it, 低保 and 特困; what an old guide does not say, the centre judges (V11).
function hasPrincipal({ principal, item }: Draft): boolean {
  return principal !== 'committee' || (item !== null && item.committeeMayAsk !== false)
}

// A guardian says whose, and shows it (V11).
function hasGuardian({ principal, guardian, photos }: Draft): boolean {
  if (principal !== 'guardian') return true
  return guardian.trim() !== '' && photos.some(({ role }) => role === GUARDIAN_ROLE)
}
