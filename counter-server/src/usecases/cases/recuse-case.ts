import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { noteRecusal } from '../../domain/case/recusal.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { findCheckers } from './record-check.ts'
import { recordFacts } from './record-facts.ts'

/** Whom a case concerns: one unit or one of the people who could get it. */
export interface Concerned {
  readonly unit: UnitCode | null
  readonly person: StaffId | null
}

/** 回避: the case never goes to the unit or person it concerns (C804). */
export function recuseCase(
  deps: Deps,
  command: CaseCommand,
  { reason, ...concerned }: Concerned & { readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'recuse', { ...concerned, reason }, (scene) => {
    const isKnown = isOneOfOurs(scene.tx, concerned)
    recordFacts(scene, noteRecusal(scene.context, { ...concerned, isKnown, reason }))
    return null
  })
}

function isOneOfOurs(tx: Tx, { unit, person }: Concerned): boolean {
  if (unit === null) return person !== null && findCheckers(tx, null).some(({ id }) => id === person)
  return person === null && findUnits(tx).some(({ code }) => code === unit)
}
