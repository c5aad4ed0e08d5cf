import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { type OnDuty, onDuty } from '../../domain/village/on-duty.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findAgents } from '../../store/village-points.ts'

/** Who serves a point today; null: 「无人在岗」, and new work is the hall's (V1). */
export function servingAgent(tx: Tx, code: VillageCode): OnDuty | null {
  const point = findVillages(tx).find((village) => village.code === code)
  if (point === undefined) return null
  const own = findAgents(tx).filter(({ village }) => village === code)
  return onDuty(point, own, civilDate(tx.at))
}
