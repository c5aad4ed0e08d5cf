import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { CaseState } from '../../domain/case/case-state.ts'
import { checkReceivesResult } from '../../domain/village/authority.ts'
import { findAgency } from '../../store/agency.ts'
import type { Tx } from '../../store/tx.ts'

/** Asked when the list is made, and again when the result changes hands: the authority may have ended since (V9, V14, V94). */
export function requireReceives(
  tx: Tx,
  { id, number, state }: { readonly id: CaseId; readonly number: string; readonly state: CaseState },
  agent: StaffId,
): void {
  const { revokedAt } = state.agency
  checkReceivesResult(findAgency(tx, id), { revokedAt, agent, today: civilDate(tx.at), number })
}
