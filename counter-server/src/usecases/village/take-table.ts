import type { CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { isCaseNumber } from '@counter/shared/vocabulary/number'
import { passNumber } from '../../store/case-numbers.ts'
import { findCaseByNumber } from '../../store/cases.ts'
import { insertFinding } from '../../store/paper-work.ts'
import type { Tx } from '../../store/tx.ts'
import {
  findVillageNumber,
  insertVillageNumbers,
  saveNumberHolder,
  type VillageNumberRow,
} from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'
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
 * they are somebody else's here.
 */
export function takeTable(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: VillageAgent,
  device: string,
  { free, kept, gone }: NumberTable,
): Promise<readonly string[]> {
  const village = (staff.village ?? '') as VillageCode
  return store.write((tx) => {
    const holder = { village, device }
    const taken = free.filter((number) => !isHeldNow(tx, number, holder))
    for (const number of kept) isHeldNow(tx, number, holder)
    const found = gone.filter((each) => findGone(tx, { ...each, ...holder, agent: staff.id }))
    const data = { village, free: free.length, kept: kept.length, taken: taken.length, gone: found.length }
    tx.record({ type: 'village.table_offered', subject: device, version: 1, origin, data })
    if (found.length > 0) tx.tell({ kind: 'figures_changed' })
    return taken
  })
}

type Holder = Pick<VillageNumberRow, 'village' | 'device'>

// A number that may have been lent after the backup was made is this phone's, unless the record knows better.
function isHeldNow(tx: Tx, number: string, { village, device }: Holder): boolean {
  const row = findVillageNumber(tx, number)
  if (row !== undefined) {
    if (row.village !== village) return false
    if (row.state === 'lost' && row.device === '') saveNumberHolder(tx, number, { state: 'leased', device })
    else return row.state === 'leased' && row.device === device
    return true
  }
  if (!isCaseNumber(number) || findCaseByNumber(tx, number) !== undefined) return false
  if (!passNumber(tx, village, number)) return false
  insertVillageNumbers(tx, { village, device, numbers: [number] })
  return true
}

interface Gone extends Holder {
  readonly id: CommandId
  readonly number: string | null
  readonly agent: StaffId
}

function findGone(tx: Tx, { id, number, agent, ...holder }: Gone): boolean {
  if (isHere(tx, id)) return false
  if (number !== null && isHeldNow(tx, number, holder))
    saveNumberHolder(tx, number, { state: 'lost', device: holder.device })
  return insertFinding(tx, { command: id, ...holder, agent, number })
}
