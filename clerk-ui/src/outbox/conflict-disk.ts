import type { EditConflicts } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { sealValue, unsealValue } from './seal.ts'
import { queueKey } from './vault.ts'
import { villageBook } from './village-db.ts'

/** What the centre has in place of what an edit says, sealed like the edit itself and gone with it (V27, V73). */
export interface ConflictDisk {
  keepConflicts(id: CommandId, conflicts: EditConflicts): Promise<void>
  conflictsOf(id: CommandId): Promise<EditConflicts | null>
}

/** The same in the device's own book. */
export const conflictDisk: ConflictDisk = {
  async keepConflicts(id, conflicts) {
    const name = nameOf(id)
    const state = await sealValue(await queueKey(), name, conflicts)
    await villageBook.write(['cache'], (tx) =>
      tx.objectStore('cache').put({ name, state, keptAt: Date.now() }),
    )
  },
  async conflictsOf(id) {
    const kept = await villageBook.find('cache', nameOf(id))
    if (kept === undefined) return null
    return (await unsealValue(await queueKey(), nameOf(id), kept.state)) as EditConflicts
  },
}

type Tx = Parameters<Parameters<typeof villageBook.write>[1]>[0]

/** Lets them go within the transaction that lets the item go. */
export function dropConflicts(tx: Tx, id: CommandId): Promise<void> {
  return tx.objectStore('cache').delete(nameOf(id))
}

function nameOf(id: CommandId): string {
  return `conflict/${id}`
}
