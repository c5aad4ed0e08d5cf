import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { saveVillageContact } from '../../store/township.ts'
import { saveReport } from '../../store/village-points.ts'
import type { Deps } from '../deps.ts'
import type { VillageAgent } from './village-agent.ts'

/** What a phone says of itself with each request (V46). */
export interface Said {
  /** Null: a phone that does not tell its id. */
  readonly device: string | null
  readonly deviceNow: Instant
  readonly appVersion: string
  readonly unsent: number
  readonly oldestAt: Instant | null
  readonly filesUnsent: number
  readonly attention: number
  readonly persisted: boolean | null
  readonly numbersFree: number | null
}

/** When a point was last heard of and what its phone said, as the supervisor sees it (V88). */
export function noteContact(
  { store }: Pick<Deps, 'store'>,
  { staff }: VillageAgent,
  { device, deviceNow, ...said }: Said,
): Promise<void> {
  const { id: agent, village } = staff
  return store.write((tx) => {
    if (village === null) return
    saveVillageContact(tx, village, said.unsent)
    if (device === null) return
    const clockAheadMs = toMs(deviceNow) - toMs(tx.at)
    const isNews = saveReport(tx, { village, device, agent, clockAheadMs, ...said })
    if (isNews) tx.tell({ kind: 'figures_changed' })
  })
}
