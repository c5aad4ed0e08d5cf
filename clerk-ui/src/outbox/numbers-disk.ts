import { newCommandId } from '@counter/shared/client/commands'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { villageBook } from './village-db.ts'

/** The numbers lent to this device, and the ids by which it asks for more (V61). */
export interface NumbersDisk {
  device(): Promise<CommandId>
  free(): Promise<number>
  /** The request that is open: the same until its answer is on the disk, so that a lost answer costs no number. */
  request(): Promise<CommandId>
  keep(numbers: readonly string[]): Promise<void>
}

export const numbersDisk: NumbersDisk = {
  device: () => idOf('device'),
  free: async () => (await villageBook.all('leases')).length,
  request: () => idOf('request'),
  async keep(numbers) {
    await villageBook.write(['leases', 'ids'], async (tx) => {
      const leases = tx.objectStore('leases')
      await Promise.all([
        ...numbers.map((number) => leases.put({ number })),
        tx.objectStore('ids').delete('request'),
      ])
    })
  },
}

function idOf(name: 'device' | 'request'): Promise<CommandId> {
  const fresh = newCommandId()
  return villageBook.write(['ids'], async (tx) => {
    const ids = tx.objectStore('ids')
    const known = await ids.get(name)
    if (known === undefined) await ids.add(fresh, name)
    return known ?? fresh
  })
}
