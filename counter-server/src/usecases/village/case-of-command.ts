import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import { findCase, findCaseByNumber } from '../../store/cases.ts'
import type { Tx } from '../../store/tx.ts'
import { caseMeant } from '../../store/village-joined.ts'

/**
 * The case that a command came to stand in, as far as its point may open it: the one that it was joined to or whose number it was
 * told, and none for what is of no case or is another point's (V4, V51, V62).
 */
export function caseOfCommand(
  tx: Tx,
  { caseId, pointId }: Pick<VillageHeader, 'caseId' | 'pointId'>,
  number: string | null,
): CaseId | null {
  const named = number === null ? undefined : findCaseByNumber(tx, number)
  const found = findCase(tx, caseMeant(tx, caseId)) ?? named
  return found?.village === pointId ? found.id : null
}
