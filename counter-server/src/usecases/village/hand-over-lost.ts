import type { Instant } from '@counter/shared/vocabulary/time'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import type { Origin } from '../../store/origin.ts'
import type { DeviceRow } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import { saveLostVoid } from '../../store/village-numbers.ts'
import { saveNoneFree } from '../../store/village-points.ts'
import { keepOfLost, keepUnread, type LostCommand, type LostKeeping, type UnreadLost } from './keep-lost.ts'
import { noteHeard } from './note-heard.ts'
import type { SyncDeps } from './sync-commands.ts'

/** What a lost phone says of itself beside its commands. */
export interface LostPhone {
  readonly origin: Origin
  readonly phone: DeviceRow
  readonly deviceNow: Instant
  /** Numbers that stand on no slip; the phone gives out none any more. */
  readonly free: readonly string[]
  readonly left: { readonly commands: number; readonly files: number }
}

/**
 * A lost phone reports again: what it could not send waits at the centre for its author, and once nothing is left on it, it
 * may erase itself (V80, V84). Tells which commands are here, in their order; `null` stands for one that nobody can read.
 */
export async function handOverLost(
  deps: SyncDeps,
  { origin, phone, deviceNow, free, left }: LostPhone,
  commands: readonly (LostCommand | UnreadLost | null)[],
): Promise<{ readonly kept: readonly boolean[]; readonly mayWipe: boolean }> {
  const keeping: LostKeeping[] = []
  for (const each of commands) keeping.push(await keep(deps, phone, each, deviceNow))
  const kept = keeping.map((each) => each !== 'refused')
  const heard = commands.flatMap((each, place) =>
    each !== null && kept[place] === true ? [headerOf(each).seq] : [],
  )
  await noteHeard(deps, { village: phone.village, device: phone.id }, heard)
  const mayWipe = kept.every((isKept) => isKept) && left.commands + left.files === 0
  // What is offered once more, because an answer was lost, was handed over before.
  const fresh = keeping.filter((each) => each === 'new').length
  await deps.store.write((tx) => noteHandedOver(tx, { origin, phone, free }, fresh))
  return { kept, mayWipe }
}

async function keep(
  deps: SyncDeps,
  phone: DeviceRow,
  each: LostCommand | UnreadLost | null,
  deviceNow: Instant,
): Promise<LostKeeping> {
  if (each === null) return 'refused'
  return 'unread' in each
    ? keepUnread(deps, phone, each, deviceNow)
    : keepOfLost(deps, phone, each, deviceNow)
}

function headerOf(each: LostCommand | UnreadLost): VillageHeader {
  return 'unread' in each ? each.unread.header : each.command.header
}

const UNUSED = '手机已挂失，号没有用过'

function noteHandedOver(
  tx: Tx,
  { origin, phone, free }: Pick<LostPhone, 'origin' | 'phone' | 'free'>,
  commands: number,
): void {
  const numbers = saveLostVoid(tx, { device: phone.id, reason: UNUSED }, free)
  if (commands + numbers === 0) return
  // What it said before was how many it had, by which those on slips are counted.
  if (numbers > 0) saveNoneFree(tx, phone.id)
  const data = { village: phone.village, commands, numbers }
  tx.record({ type: 'device.handed_over', subject: phone.id, version: 1, origin, data })
  tx.tell({ kind: 'figures_changed' })
}
