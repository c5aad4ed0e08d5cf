import type { RelationOf } from '@counter/shared/vocabulary/agency'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import type { CaseState } from './case-state.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'

/** True for a case of a near relative of an item whose relatives are filed: 近亲属备案 (V12). */
export function isFiled(
  { flags }: Pick<CaseState, 'flags'>,
  { relativeFiling }: Pick<ItemRules, 'relativeFiling'>,
): boolean {
  return relativeFiling === true && flags.includes('relative')
}

/**
 * Found later, which edits nothing that was declared; null where it is known already (V12). Refuses `case.forbidden` to
 * all but supervisor and handler.
 */
export function findRelation(context: ActContext, whose: RelationOf): CaseFact<'relation.found'> | null {
  checkAct(context, 'add_note')
  if (!FINDERS.has(context.actor)) throw new Refusal('case.forbidden')
  return context.state.flags.includes('relative') ? null : fact('relation.found', { whose })
}

/**
 * 「我与申请人没有近亲属关系」, once by each handler of a filed case; who is one has nothing to do with it from now on
 * (V12, C804). Null where nobody asks it. Refuses `case.forbidden`.
 */
export function declareRelation(
  context: ActContext,
  { person, isRelated }: { readonly person: StaffId; readonly isRelated: boolean },
): CaseFact<'relation.declared'> | CaseFact<'recusal.noted'> | null {
  checkAct(context, 'add_note')
  if (!DECLARING.has(context.actor)) throw new Refusal('case.forbidden')
  if (!mustDeclare(context, person)) return null
  return isRelated
    ? fact('recusal.noted', { unit: null, person, reason: OWN_WORD })
    : fact('relation.declared', { person })
}

/** True while this person has not said whether the applicant is a near relative, and will be asked (V12). */
export function mustDeclare({ state, item, actor }: ActContext, person: StaffId): boolean {
  return DECLARING.has(actor) && isFiled(state, item) && !state.unrelated.includes(person)
}

/** Refuses `relation.undeclared` to who takes up or decides a filed case, by an act's name, without having declared it (V12). */
export function checkNoRelation(context: ActContext, person: StaffId | null, act: string): void {
  if (person === null || !ASKED_FOR.has(act)) return
  if (mustDeclare(context, person)) throw new Refusal('relation.undeclared')
}

const OWN_WORD = '本人声明与申请人是近亲属'

const FINDERS: ReadonlySet<ActContext['actor']> = new Set(['supervisor', 'handler'])
// A clerk takes up what is finished on the spot.
const DECLARING: ReadonlySet<ActContext['actor']> = new Set(['handler', 'clerk'])

const ASKED_FOR: ReadonlySet<string> = new Set([
  'accept',
  'finish-on-spot',
  'refuse',
  'not-applicable',
  'take',
  'take-over',
  'record-check',
  'forward',
  'report-up',
  'record-result',
  'decide',
  'return-case',
])
