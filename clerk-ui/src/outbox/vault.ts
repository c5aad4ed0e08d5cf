import { newSealKey } from './seal.ts'
import { villageBook } from './village-db.ts'

let queue: Promise<CryptoKey> | null = null

/** The key under which everything on the way to the centre lies; the browser keeps it and never shows it. */
export function queueKey(): Promise<CryptoKey> {
  queue ??= findOrMakeKey().catch((error: unknown) => {
    queue = null
    throw error
  })
  return queue
}

// Two tabs may begin at once: the first key that the disk has is the one.
async function findOrMakeKey(): Promise<CryptoKey> {
  const known = await villageBook.find('vault', 'queue')
  if (known !== undefined) return known
  const made = await newSealKey()
  return villageBook.write(['vault'], async (tx) => {
    const vault = tx.objectStore('vault')
    const other = await vault.get('queue')
    if (other === undefined) await vault.add(made, 'queue')
    return other ?? made
  })
}
