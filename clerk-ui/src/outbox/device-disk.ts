import { newCommandId } from '@counter/shared/client/commands'
import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { villageBook } from './village-db.ts'

/** The centre's time as heard, with the clocks of the device and of the page that heard it. */
export interface KeptSample extends NonNullable<VillageHeader['lastServer']> {
  readonly pageId?: string | undefined
}

/** What the device is to the centre: its own id, the numbers lent to it, and the store that it knows. */
export interface DeviceDisk {
  device(): Promise<CommandId>
  /** Every number lent to this device that stands on no slip. */
  numbers(): Promise<readonly string[]>
  /** The request that is open: the same until its answer is on the disk, so that a lost answer costs no number. */
  request(): Promise<CommandId>
  keep(numbers: readonly string[]): Promise<void>
  /** These are somebody else's at the centre, and are given to nobody here (V57). */
  letGo(numbers: readonly string[]): Promise<void>
  /** The store of the centre that this device last spoke with; another one was restored or made anew (V57). */
  epoch(): Promise<string | null>
  keepEpoch(epoch: string): Promise<void>
  /** The centre's time as last heard, with this device's own at that moment (V77). */
  lastServer(): Promise<KeptSample | null>
  keepServer(sample: KeptSample): Promise<void>
}

export const deviceDisk: DeviceDisk = {
  device: () => idOf('device'),
  epoch: async () => (await villageBook.find('ids', 'epoch')) ?? null,
  async lastServer() {
    const kept = await villageBook.find('ids', 'server')
    return kept === undefined ? null : (JSON.parse(kept) as KeptSample)
  },
  async keepServer(sample) {
    await villageBook.write(['ids'], (tx) => tx.objectStore('ids').put(JSON.stringify(sample), 'server'))
  },
  async keepEpoch(epoch) {
    await villageBook.write(['ids'], (tx) => tx.objectStore('ids').put(epoch, 'epoch'))
  },
  numbers: numbersLent,
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
  async letGo(numbers) {
    await villageBook.write(['leases'], async (tx) => {
      const leases = tx.objectStore('leases')
      await Promise.all(numbers.map((number) => leases.delete(number)))
    })
  },
}

async function numbersLent(): Promise<readonly string[]> {
  return (await villageBook.all('leases')).map(({ number }) => number)
}

function idOf(name: 'device' | 'request'): Promise<CommandId> {
  const fresh = newCommandId()
  return villageBook.write(['ids'], async (tx) => {
    const ids = tx.objectStore('ids')
    const known = await ids.get(name)
    if (known === undefined) await ids.add(fresh, name)
    return (known ?? fresh) as CommandId
  })
}
