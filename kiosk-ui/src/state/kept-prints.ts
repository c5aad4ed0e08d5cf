import type { Instant } from '@counter/shared/vocabulary/time'
import { findInKiosk, type KeptPrint, readKiosk, writeKiosk } from './kiosk-db.ts'

const KEPT_MS = 2 * 86_400_000

/** How a paper stands in this kiosk's own book, or undefined when it was never begun (Q44). */
export async function findKeptPrint(job: string): Promise<KeptPrint['state'] | undefined> {
  return (await findInKiosk('prints', job))?.state
}

/** Written before the paper and again after it, so that a crash between the two is seen (Q44). A page that is open for months keeps the last days only. */
export async function keepPrint(job: string, state: KeptPrint['state']): Promise<void> {
  const at = new Date().toISOString() as Instant
  await writeKiosk(['prints'], async (tx) => {
    const store = tx.objectStore('prints')
    await store.put({ job, state, at })
    if (state === 'sent') return
    for (const old of (await store.getAll()).filter(isOld)) void store.delete(old.job)
  })
}

function isOld({ at }: KeptPrint): boolean {
  return at < new Date(Date.now() - KEPT_MS).toISOString()
}

/** What was begun and not ended when this page stopped is unknown and not printed again by itself; old entries go. Gives back the unknown ones. */
export async function settleKeptPrints(): Promise<readonly string[]> {
  const prints = await readKiosk('prints')
  const lost = prints.filter(({ state }) => state === 'sent').map(({ job }) => job)
  await writeKiosk(['prints'], async (tx) => {
    const store = tx.objectStore('prints')
    for (const print of prints) {
      if (isOld(print)) void store.delete(print.job)
      else if (print.state === 'sent') void store.put({ ...print, state: 'unknown' })
    }
  })
  return lost
}
