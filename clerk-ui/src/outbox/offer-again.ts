import type { SyncAnswer } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { SenderWorld } from './sender-world.ts'

const MOST_KNOWN = 500

/**
 * Another store than before: the centre was restored, perhaps from before what it acknowledged. Offers all that it was
 * told is stored and marks what is missing; the new store is known only then, so a loss in between asks again (V57).
 * True when the marks may have changed.
 */
export async function compareStores(
  { device, disk }: Pick<SenderWorld, 'device' | 'disk'>,
  storeEpoch: string,
  ask: (known: readonly CommandId[]) => Promise<SyncAnswer | null>,
): Promise<boolean> {
  const before = await device.epoch()
  if (before === storeEpoch) return false
  if (before !== null) {
    const stubs = await disk.stubs()
    for (let from = 0; from < stubs.length; from += MOST_KNOWN) {
      const ids = stubs.slice(from, from + MOST_KNOWN).map(({ id }) => id)
      const answer = await ask(ids)
      if (answer === null) return false
      const missing = answer.missing ?? []
      const lost = ids.filter((id) => missing.includes(id))
      await disk.mark(lost, true)
    }
  }
  await device.keepEpoch(storeEpoch)
  return before !== null
}
