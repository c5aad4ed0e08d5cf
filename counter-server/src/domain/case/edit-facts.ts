import { EDITED_FIELDS, type EditedField } from '@counter/shared/vocabulary/edit'
import { isPhone } from '@counter/shared/vocabulary/identity'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import type { FactChange } from './agency-event.ts'
import type { CaseFact } from './event.ts'

/** What is said to be right; a field that is left out stays, '' takes the value away. */
export type RightFacts = { readonly [Field in EditedField]?: string | undefined }

/** What stands: the value of each field, '' where there is none. */
export type StandingFacts = Readonly<Record<EditedField, string>>

/** One field that somebody else put right after the editor had last seen the case. */
export interface OthersEdit {
  readonly field: EditedField
  readonly by: string
  readonly at: string
}

/** A field on which two people do not agree: what stands, and whose word it is (V73). */
export interface EditConflict extends OthersEdit {
  readonly theirs: string
}

/** What an edit leads to: the values to write, `isMerged` when somebody else changed other fields meanwhile; or the conflicts. */
export type JudgedEdit =
  | { readonly kind: 'conflict'; readonly conflicts: readonly EditConflict[] }
  | {
      readonly kind: 'taken'
      readonly edited: CaseFact<'case.edited'> | null
      readonly isMerged: boolean
    }

/**
 * Judges an edit field by field (V73): what nobody else touched since is taken, what somebody else has put right to another
 * value stands as it is, and the same value twice is one. Refuses `case.wrong_status`, `contact.phone`, `correction.nothing`.
 */
export function judgeEdit(
  context: ActContext,
  right: RightFacts,
  { standing, others }: { readonly standing: StandingFacts; readonly others: readonly OthersEdit[] },
): JudgedEdit {
  checkAct(context, 'edit_facts')
  const wanted = EDITED_FIELDS.flatMap((field) => wantedOf(field, right[field]))
  if (wanted.length === 0) throw new Refusal('correction.nothing')
  const phone = wanted.find(({ field }) => field === 'phone')?.to ?? ''
  if (phone !== '' && !isPhone(phone)) throw new Refusal('contact.phone')
  const changes = wanted
    .map(({ field, to }): FactChange => ({ field, from: standing[field], to }))
    .filter(({ from, to }) => from !== to)
  const conflicts = changes.flatMap(({ field, from }) => conflictAt(field, from, others))
  if (conflicts.length > 0) return { kind: 'conflict', conflicts }
  const edited = changes.length === 0 ? null : fact('case.edited', { changes })
  return { kind: 'taken', edited, isMerged: others.length > 0 && edited !== null }
}

function wantedOf(field: EditedField, said: string | undefined): { field: EditedField; to: string }[] {
  return said === undefined ? [] : [{ field, to: said.trim() }]
}

/** What others put right since, one line a field, with what stands there: what an edit beside them is told (V73). */
export function wordsOfOthers(standing: StandingFacts, others: readonly OthersEdit[]): EditConflict[] {
  return EDITED_FIELDS.flatMap((field) => conflictAt(field, standing[field], others))
}

// The last word of somebody else is the one that stands.
function conflictAt(field: EditedField, theirs: string, others: readonly OthersEdit[]): EditConflict[] {
  const last = others.findLast((each) => each.field === field)
  return last === undefined ? [] : [{ ...last, theirs }]
}
