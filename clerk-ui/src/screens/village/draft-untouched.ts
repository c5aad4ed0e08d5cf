import { type Draft, newDraft } from './draft.ts'

const ASKED = [
  'item',
  'isConsentGiven',
  'name',
  'idKind',
  'idNo',
  'idNote',
  'phone',
  'hasNoPhone',
  'isOwnVillage',
  'group',
  'isUrgent',
  'principal',
  'guardian',
  'allowsDeputy',
  'signedAs',
  'signature',
  'witness',
  'isRelative',
  'visitOn',
  'replaces',
] as const satisfies readonly (keyof Draft)[]

/** True when nothing of a case was typed, ticked or taken yet, so that it may be anybody's. */
export function isUntouched(draft: Draft): boolean {
  const { photos, papers, powers, unread = [], ...said } = draft
  const blank = newDraft(draft.until)
  return (
    photos.length + papers.length + unread.length === 0 &&
    powers.join() === blank.powers.join() &&
    ASKED.every((each) => said[each] === blank[each])
  )
}
