import { villageBook } from './village-db.ts'

/** Erases everything that this browser keeps of the village's page: book, copies and the page itself (V84). */
export async function wipeDevice(): Promise<void> {
  await villageBook.erase()
  localStorage.clear()
  for (const name of await caches.keys()) await caches.delete(name)
}
