import type { StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

const DAY_MS = 86_400_000

// Who has an open case may still send what was captured before the stop, and it is compared with the card (V11, V54).
const FORGET_CARDS = `DELETE FROM agent_card
  WHERE staff IN (SELECT id FROM staff WHERE disabled_at < ?)
    AND NOT EXISTS (SELECT 1 FROM agency JOIN "case" ON "case".id = agency."case"
      WHERE agency.agent = agent_card.staff AND "case".is_open = 1)
  RETURNING staff`

/**
 * Forgets ID number and phone of agents whose account was stopped so long ago that no line brings anything of theirs any more ⚙,
 * and who have no open case left; tells whose (P46, V1, V11).
 */
export function forgetOldCards(tx: Tx): readonly StaffId[] {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.receipts') * DAY_MS)
  return tx.sql.prepare(FORGET_CARDS).pluck().all(before) as StaffId[]
}
