import { EDITED_FIELDS, type EditedField } from '@counter/shared/vocabulary/edit'
import { SLIP_FIELDS, type SlipField } from '@counter/shared/vocabulary/late-slip'
import type { RightFacts } from '../case/edit-facts.ts'

/** What a registration says of its matter and its person; '' where it says nothing. */
export type SlipFacts = Readonly<Record<SlipField, string>>

/** A fact on which the case that stands and the phone do not agree. */
export interface SlipDifference {
  readonly field: SlipField
  /** As the case has it that was entered from paper. */
  readonly theirs: string
  /** As it was captured on the phone. */
  readonly yours: string
}

/**
 * On what a case that was entered again from its slip and the phone's own registration differ (V80). What the phone does not
 * say is no difference; a phone number, contact or address that the case lacks is only filled in.
 */
export function slipDifferences(stands: SlipFacts, told: SlipFacts): SlipDifference[] {
  const lacks = slipFills(stands, told)
  return SLIP_FIELDS.filter((field) => told[field] !== '' && told[field] !== stands[field])
    .filter((field) => !(field in lacks))
    .map((field) => ({ field, theirs: stands[field], yours: told[field] }))
}

/** What the case lacks and the phone knows, as far as it may be put right afterwards (V73, V80). */
export function slipFills(stands: SlipFacts, told: SlipFacts): RightFacts {
  return toldOf(
    told,
    EDITED_FIELDS.filter((field) => stands[field] === '' && told[field] !== ''),
  )
}

/** The phone's word on these. */
export function toldOf(told: SlipFacts, fields: readonly EditedField[]): RightFacts {
  return Object.fromEntries(fields.map((field) => [field, told[field]]))
}
