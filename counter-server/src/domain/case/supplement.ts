import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'
import type { SupplementLine } from './material-mark.ts'

/**
 * 补正告知: one complete list per submission (C404); `viaVillage` when the resident has it only from the agent (V25). Refusals: C406, `supplement.already_given`,
 * `supplement.empty`, `material.unknown`, `supplement.shared_material` (C106).
 */
export function requestSupplement(
  context: ActContext,
  lines: readonly SupplementLine[],
  viaVillage = false,
): CaseFact<'supplement.requested'> {
  // The supervisor only signs a further list (C403).
  if (context.actor === 'supervisor') throw new Refusal('case.forbidden')
  checkAct(context, 'request_supplement')
  if (context.state.supplements.length > 0) throw new Refusal('supplement.already_given')
  checkLines(context, lines)
  return fact('supplement.requested', { lines, ...(viaVillage ? { viaVillage } : {}) })
}

/** A list after the first one, which only a supervisor can allow (C404); without a first one there is nothing to allow. */
export function checkSecondList(context: ActContext, lines: readonly SupplementLine[]): void {
  if (context.state.supplements.length === 0) throw new Refusal('request.invalid')
  checkLines(context, lines)
}

/** Refuses a list that is empty, says nothing, or names what may not be asked for. */
export function checkLines(context: ActContext, lines: readonly SupplementLine[]): void {
  if (lines.length === 0 || lines.some(({ problem }) => isBlank(problem)))
    throw new Refusal('supplement.empty')
  for (const { name } of lines) checkMayBeAsked(context, name)
}

/** 收到补正: what came in; the case returns to `received` when every listed paper is in (C417, C515). */
export function handIn(context: ActContext, names: readonly string[]): CaseFact<'supplement.handed_in'> {
  checkAct(context, 'hand_in')
  const listed = context.state.supplements.at(-1)?.lines ?? []
  if (names.length === 0) throw new Refusal('supplement.empty')
  for (const name of names) {
    if (!listed.some((line) => line.name === name)) throw new Refusal('material.unknown', { name })
  }
  return fact('supplement.handed_in', { names })
}

function checkMayBeAsked({ item }: ActContext, name: string): void {
  const material = item.materials.find((each) => each.name === name)
  if (material === undefined) throw new Refusal('material.unknown', { name })
  if (material.source === 'shared') throw new Refusal('supplement.shared_material', { name })
}
