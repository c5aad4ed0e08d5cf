import type { StaffId } from '@counter/shared/vocabulary/ids'
import { recordCheck as decideCheck } from '../../domain/case/check.ts'
import { checkPersonMayHave } from '../../domain/case/recusal.ts'
import { findStaffOfRole, type Staff } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 核查 by two handlers, of one unit or of two, with what they found (C421). */
export function recordCheck(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly partner: StaffId; readonly findings: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'record-check', asked, (scene) => {
    const by = staffIdOf(command.asker)
    const partner = findCheckers(scene.tx, by).find(({ id }) => id === asked.partner)
    if (partner !== undefined) checkPersonMayHave(scene.context.state, partner)
    const isHandler = partner !== undefined
    recordFacts(scene, [decideCheck(scene.context, { ...asked, by, isHandler })], { text: asked.findings })
    return null
  })
}

/** The handlers who can check together with somebody; all of them with nobody. */
export function findCheckers(tx: Tx, other: StaffId | null): readonly Staff[] {
  return findStaffOfRole(tx, 'handler').filter(({ id, isDisabled }) => !isDisabled && id !== other)
}
