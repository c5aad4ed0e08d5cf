import { GUARDIAN_ROLE } from '@counter/shared/vocabulary/agency'
import { isMinor, isPhone } from '@counter/shared/vocabulary/identity'
import { addMonths } from '@counter/shared/vocabulary/plain-date'
import { PLAIN_TEXT } from '@counter/shared/vocabulary/plain-text'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type Draft, requiredOf } from './draft.ts'
import { hasDocument } from './draft-document.ts'
import { SHIPPED_PHONE_RULES } from './phone-rules.ts'

/** What the page names after 「还缺」, in its own order. */
export const LACKS = [
  'item',
  'consent',
  'name',
  'idNo',
  'documentNo',
  'idNote',
  'phone',
  'village',
  'group',
  'materials',
  'principal',
  'guardian',
  'powers',
  'until',
  'signature',
  'witness',
  'relative',
] as const
export type Lack = (typeof LACKS)[number]

/** What the draft still needs before it may be sent; an incomplete one stays a draft (V36, V95). */
export function lacksOf(
  draft: Draft,
  today: PlainDate,
  longestMonths: number = SHIPPED_PHONE_RULES.authorityMonths,
): readonly Lack[] {
  const isThere: Record<Lack, boolean> = {
    item: draft.item !== null,
    consent: draft.isConsentGiven,
    name: isWritten(draft.name),
    idNo: draft.idKind !== 'id_card' || hasDocument(draft, today),
    documentNo: draft.idKind === 'id_card' || draft.idKind === 'none' || hasDocument(draft, today),
    idNote: draft.idKind !== 'none' || isWritten(draft.idNote),
    phone: draft.hasNoPhone || isPhone(draft.phone),
    village: draft.isOwnVillage,
    group: PLAIN_TEXT.test(draft.group),
    materials: missingMaterials(draft).length === 0,
    principal: hasPrincipal(draft),
    guardian: hasGuardian(draft, today),
    powers: draft.powers.includes('submit'),
    until: draft.until >= today && draft.until <= addMonths(today, longestMonths),
    signature: draft.signature !== null,
    witness: draft.signedAs !== 'fingerprint' || isWritten(draft.witness),
    relative: draft.isRelative !== null,
  }
  return LACKS.filter((lack) => !isThere[lack])
}

// A sign that nobody sees is no word; the field says so (V95).
function isWritten(text: string): boolean {
  return text.trim() !== '' && PLAIN_TEXT.test(text)
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

// A guardian says whose, and shows it; a child does not ask for itself (V11).
function hasGuardian({ principal, guardian, photos, idKind, idNo }: Draft, today: PlainDate): boolean {
  if (principal === 'self') return !isMinor(idKind, idNo, today)
  if (principal === 'committee') return true
  return isWritten(guardian) && photos.some(({ role }) => role === GUARDIAN_ROLE)
}
