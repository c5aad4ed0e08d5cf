import type { SyncAnswer } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Saying } from './ask-centre.ts'
import { isCompared } from './have.ts'
import { isAccepted } from './outbox.ts'
import type { SenderWorld } from './sender-world.ts'
import type { Stub } from './village-db.ts'

const MOST_KNOWN = 500

type World = Pick<SenderWorld, 'device' | 'disk'>
type Ask = (saying: Omit<Saying, 'commands' | 'carrier'>) => Promise<SyncAnswer | null>

/**
 * Another store than before: the centre was restored, perhaps from before what it acknowledged (V57). Or the same one, which has
 * something else than this device was told (V56). Offers all that it was told is stored and marks what is missing, then says which
 * numbers lie here and which stand on slips; a new store is known only then, so a loss in between asks again: `broken`. When both
 * were `compared`, the marks may have changed.
 */
export async function compareStores(
  world: World,
  { storeEpoch, agrees = true }: Pick<SyncAnswer, 'storeEpoch' | 'agrees'>,
  ask: Ask,
): Promise<'same' | 'compared' | 'broken'> {
  const { device, disk } = world
  const before = await device.epoch()
  if (before === storeEpoch && agrees) return 'same'
  if (before !== null) {
    const stubs = (await disk.stubs()).filter(isCompared)
    for (let from = 0; from < stubs.length; from += MOST_KNOWN) {
      const ids = stubs.slice(from, from + MOST_KNOWN).map(({ id }) => id)
      const answer = await ask({ known: ids })
      if (answer === null) return 'broken'
      const missing = answer.missing ?? []
      const lost = ids.filter((id) => missing.includes(id))
      await disk.mark(lost, true)
    }
    if (!(await offerTable(world, ask))) return 'broken'
  }
  await device.keepEpoch(storeEpoch)
  return before === null ? 'same' : 'compared'
}

async function offerTable({ device, disk }: World, ask: Ask): Promise<boolean> {
  const free = await device.numbers()
  const kept = (await disk.read()).flatMap((item) =>
    isAccepted(item) || item.header.number == null ? [] : [item.header.number],
  )
  const gone = (await disk.stubs()).filter(({ isMissing }) => isMissing).map(goneOf)
  const most = Math.max(free.length, kept.length, gone.length)
  for (let from = 0; from === 0 || from < most; from += MOST_KNOWN) {
    const part = <T>(list: readonly T[]): readonly T[] => list.slice(from, from + MOST_KNOWN)
    const table = { free: part(free), kept: part(kept), gone: part(gone) }
    const answer = await ask({ table })
    if (answer === null) return false
    await device.letGo(answer.taken ?? [])
  }
  return true
}

function goneOf({ id, number }: Stub): { readonly id: CommandId; readonly number: string | null } {
  return { id, number }
}
