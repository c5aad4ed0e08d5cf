import type { CaseId, ItemCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type Alike, isAlike } from '../../domain/case/duplicates.ts'
import { type CaseFacts, findCase, findCasesOfPersons } from '../../store/cases.ts'
import { findPersons, findSamePersons } from '../../store/persons.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

/** The cases that somebody with this ID number already has of an item, as one received now, or then, would be flagged (C445). */
export function alikeBefore(tx: Tx, idNo: string, item: ItemCode, receivedAt: Instant = tx.at): CaseFacts[] {
  const asked: Alike = { id: '' as CaseId, item, receivedAt, status: 'received', mergedInto: null }
  return keptOnes(tx, asked, findPersons(tx, 'id_no', idNo))
}

/** The look-alikes of a case that nobody has judged yet, over counter and villages; none once it is merged (C445). */
export function openAlike(tx: Tx, facts: CaseFacts, state: Pick<CaseState, 'judged'>): CaseFacts[] {
  if (facts.mergedInto !== null) return []
  const judged = new Set(state.judged.map(({ other }) => other))
  return keptOnes(tx, facts, findSamePersons(tx, facts.person)).filter(({ id }) => !judged.has(id))
}

/** Where a case's number and code lead: to itself, or to the one it was merged into (C445). */
export function keptCase(tx: Tx, facts: CaseFacts): CaseFacts {
  const into = facts.mergedInto === null ? undefined : findCase(tx, facts.mergedInto)
  // Always into an earlier one, so the way has an end.
  return into === undefined ? facts : keptCase(tx, into)
}

// What looks like a merged case looks like the one that is kept.
function keptOnes(tx: Tx, asked: Alike, persons: readonly string[]): CaseFacts[] {
  const days = findSetting(tx, 'duplicate.window')
  const alike = findCasesOfPersons(tx, persons).filter((other) => isAlike(asked, other, days))
  const kept = alike.map((each) => keptCase(tx, each)).filter(({ id }) => id !== asked.id)
  return [...new Map(kept.map((each) => [each.id, each])).values()]
}
