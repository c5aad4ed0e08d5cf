import type { CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { isCaseNumber } from '@counter/shared/vocabulary/number'
import { Refusal } from '../../domain/refusal.ts'
import { passNumber } from '../../store/case-numbers.ts'
import { findCaseByNumber } from '../../store/cases.ts'
import { insertFinding, isKnownFinding } from '../../store/paper-work.ts'
import type { Tx } from '../../store/tx.ts'
import {
  findVillageNumber,
  insertVillageNumbers,
  saveNumberHolder,
  type VillageNumberRow,
} from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'
import { findingsLeft } from './day-quota.ts'
import { isHere } from './missing-commands.ts'
import type { VillageAgent } from './village-agent.ts'

/** The lease table of a phone after the centre's store began anew (V57). */
export interface NumberTable {
  /** Numbers that stand on no slip, and those on slips whose case the phone still has. */
  readonly free: readonly string[]
  readonly kept: readonly string[]
  /** What the centre had acknowledged and has no more, and the phone neither; with the case's number. */
  readonly gone: readonly { readonly id: CommandId; readonly number: string | null }[]
}

/**
 * The restored record learns who holds which number: none of them is lent again, and a slip keeps its own (V57, V62, V66). What
 * is nowhere any more becomes a finding for the work list (V56). Tells which free numbers the phone must not give out, because
 * they are somebody else's here. Refuses `quota.reached` when there is more to find than in a day: what was found stays, and the
 * phone, which was not told that its table was heard, offers it again.
 */
export async function takeTable(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: VillageAgent,
  device: string,
  { free, kept, gone }: NumberTable,
): Promise<readonly string[]> {
  const holder = { village: (staff.village ?? '') as VillageCode, device }
  const { taken, isAll, most } = await store.write((tx) => {
    const offered = free.map((number) => ({ number, claim: claim(tx, number, holder) }))
    const claimed = {
      free: offered.map((each) => each.claim),
      kept: kept.map((each) => claim(tx, each, holder)),
    }
    const found = findGone(tx, gone, { ...holder, agent: staff.id })
    const taken = offered.filter((each) => each.claim === 'others').map(({ number }) => number)
    const news = { free: newIn(claimed.free), kept: newIn(claimed.kept), gone: found.count }
    // Offered again, because an answer was lost, it says nothing new.
    if (news.free + news.kept + news.gone > 0) {
      const data = { village: holder.village, ...news, taken: taken.length }
      tx.record({ type: 'village.table_offered', subject: device, version: 1, origin, data })
    }
    if (found.count > 0) tx.tell({ kind: 'figures_changed' })
    return { taken, ...found }
  })
  if (!isAll) throw new Refusal('quota.reached', { n: most })
  return taken
}

type Holder = Pick<VillageNumberRow, 'village' | 'device'>
type Claim = 'new' | 'own' | 'others'

function newIn(claims: readonly Claim[]): number {
  return claims.filter((each) => each === 'new').length
}

// A number that may have been lent after the backup was made is this phone's, unless the record knows better.
function claim(tx: Tx, number: string, holder: Holder): Claim {
  const row = findVillageNumber(tx, number)
  if (row !== undefined) return claimKnown(tx, row, holder)
  if (!isCaseNumber(number) || findCaseByNumber(tx, number) !== undefined) return 'others'
  if (!passNumber(tx, holder.village, number)) return 'others'
  insertVillageNumbers(tx, { ...holder, numbers: [number] })
  return 'new'
}

function claimKnown(tx: Tx, row: VillageNumberRow, { village, device }: Holder): Claim {
  if (row.village !== village) return 'others'
  if (row.state === 'leased' && row.device === device) return 'own'
  if (row.state !== 'lost' || row.device !== '') return 'others'
  saveNumberHolder(tx, row.number, { state: 'leased', device })
  return 'new'
}

interface Finder extends Holder {
  readonly agent: StaffId
}

interface Found {
  readonly count: number
  /** False when the day has no room for the rest. */
  readonly isAll: boolean
  readonly most: number
}

function findGone(tx: Tx, gone: NumberTable['gone'], { agent, ...holder }: Finder): Found {
  const unknown = gone.filter(({ id }) => !isHere(tx, id) && !isKnownFinding(tx, id))
  const { left, most } = findingsLeft(tx, holder.device)
  const found = unknown.slice(0, left)
  for (const { id, number } of found) {
    if (number !== null && claim(tx, number, holder) !== 'others')
      saveNumberHolder(tx, number, { state: 'lost', device: holder.device })
    insertFinding(tx, { command: id, ...holder, agent, number })
  }
  return { count: found.length, isAll: found.length === unknown.length, most }
}
