import { readOnce } from '@counter/shared/client/commands'
import { SealingKey } from '@counter/shared/contract/devices'
import { villageBook } from './village-db.ts'

/** The centre's key to which this phone seals without a network; null on a phone that has not heard it yet (V31). */
export async function findSealingKey(): Promise<SealingKey | null> {
  const kept = await villageBook.find('ids', 'sealing')
  return kept === undefined ? null : SealingKey.parse(JSON.parse(kept))
}

/** Asks the centre for its newest key and keeps it; silence changes nothing. */
export async function learnSealingKey(): Promise<void> {
  const answer = await readOnce('/api/sealing-key', SealingKey, 'village')
  if (!answer.ok) return
  const kept = JSON.stringify(answer.value)
  // A full disk, or a book that a newer page has taken over: the next session asks again.
  await villageBook.write(['ids'], (tx) => tx.objectStore('ids').put(kept, 'sealing')).catch(() => undefined)
}
