/** By which document somebody is known at the intake (C1105, C1106). */
export const ID_KINDS = ['id_card', 'household_book', 'residence_permit', 'passport', 'none'] as const
export type IdKind = (typeof ID_KINDS)[number]

/** The fields that a person may be shown after an audit row (P34). */
export const PERSON_FIELDS = ['name', 'idNo', 'phone', 'address', 'contact'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

/** Why personal data were looked at; the resident reads this word, never the clerk's own sentence (P34, P35). */
export const REVEAL_PURPOSES = [
  'contact',
  'identity',
  'materials',
  'delivery',
  'follow_up',
  'supervision',
  'other',
] as const
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number]

/** The present text of the notice that is read out for minors and sensitive matters; its version is stored (C1109). */
export const CARE_NOTICE_VERSION = 1
