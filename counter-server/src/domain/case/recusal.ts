import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseState } from './case-state.ts'
import type { CaseFact } from './event.ts'

/** Whom a case concerns, and why that is known. */
export interface RecusalAsked {
  readonly unit: UnitCode | null
  readonly person: StaffId | null
  /** True when there is such a unit or person. */
  readonly isKnown: boolean
  readonly reason: string
}

/**
 * 回避: from now on the case never goes to whom it concerns, and what such a unit was asked before it is asked no more
 * (C804). Refusals: C406, `request.invalid`, `reason.required`.
 */
export function noteRecusal(
  context: ActContext,
  { unit, person, isKnown, reason }: RecusalAsked,
): readonly (CaseFact<'recusal.noted'> | CaseFact<'subtask.waived'>)[] {
  checkAct(context, 'recuse')
  if (!isKnown) throw new Refusal('request.invalid')
  if (isBlank(reason)) throw new Refusal('reason.required')
  const asked = context.state.subtasks.filter(
    (each) => each.unit === unit && each.ended === null && each.pledge === null,
  )
  return [
    fact('recusal.noted', { unit, person, reason }),
    ...asked.map(({ eventId }) => fact('subtask.waived', { subtask: eventId, reason })),
  ]
}

/** Refuses a unit that the case concerns with `transfer.conflict_of_interest` (C804). */
export function checkUnitMayHave({ recused }: Pick<CaseState, 'recused'>, unit: UnitCode): void {
  if (recused.units.includes(unit)) throw new Refusal('transfer.conflict_of_interest')
}

/** Refuses a person whom the case concerns, or whose unit it concerns, whatever he wants to do with it (C804). */
export function checkPersonMayHave(state: Pick<CaseState, 'recused'>, person: Person): void {
  if (isConcerned(state, person)) throw new Refusal('transfer.conflict_of_interest')
}

interface Person {
  readonly id: StaffId
  readonly unit: UnitCode | null
}

/** True for a person whom the case concerns, or whose unit it concerns (C804). */
export function isConcerned({ recused }: Pick<CaseState, 'recused'>, { id, unit }: Person): boolean {
  return recused.people.includes(id) || (unit !== null && recused.units.includes(unit))
}
