import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { type ActContext, fact } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules, StatutoryLimit } from './item-rules.ts'

/** The law's own limit of joint handling, and the longest extension of it, in working days (许可法 §42, C207). */
const WHOLE = 45
const LONGEST_EXTENSION = 15

/** The limits of an item that several units handle together: never longer than the law's, and the law's where it has none (C207). */
export function withJointLimits(rules: ItemRules): ItemRules {
  if (rules.jointUnits.length === 0) return rules
  const { statutory, extension } = rules
  const longest = extension?.unit === 'workday' ? Math.min(extension.value, LONGEST_EXTENSION) : null
  return {
    ...rules,
    statutory: jointStatutory(statutory),
    extension: longest === null ? extension : { value: longest, unit: 'workday' },
  }
}

function jointStatutory(own: StatutoryLimit | null): StatutoryLimit {
  const law = { value: WHOLE, unit: 'workday', scope: 'whole', starts: 'acceptance' } as const
  if (own === null || own.scope === 'county') return law
  return own.unit === 'workday' && own.value > WHOLE ? { ...own, value: WHOLE } : own
}

/**
 * 联办: the case stays one, and each joint unit gets its part with the acceptance, due with the case (C207, C805). A unit that
 * has its part already, or that the case concerns, gets none; a part that was waived is none.
 */
export function openJointParts(context: ActContext): readonly CaseFact<'subtask.opened'>[] {
  const { state, item, at } = context
  const { committed } = caseClocks(state, item, context, at)
  if (committed === null) return []
  return item.jointUnits
    .filter((unit) => needsPart(context, unit))
    .map((unit) => fact('subtask.opened', { unit, dueOn: committed.dueOn, isJoint: true }))
}

function needsPart({ state: { unit: own, subtasks, recused } }: ActContext, unit: UnitCode): boolean {
  if (unit === own || recused.units.includes(unit)) return false
  return !subtasks.some((each) => each.unit === unit && each.pledge === null && each.ended?.how !== 'waived')
}
