import type { StaffId } from '@counter/shared/vocabulary/ids'
import { sealValue, unsealValue } from './seal.ts'
import { dataKey, vault } from './vault.ts'
import { villageBook } from './village-db.ts'

/** A copy of what the centre said of a topic, and when it was made. */
export interface CaseCopy {
  readonly state: unknown
  /** Device time in ms. */
  readonly keptAt: number
}

/** Keeps what the centre said to this agent, sealed under their key (V27); nothing while the app is locked. */
export async function keepCopy(topic: string, state: unknown, now: number): Promise<void> {
  const open = openVault()
  if (open === null) return
  const name = copyName(open.staffId, topic)
  const sealed = await sealValue(open.key, name, state)
  await villageBook.write(['cache'], (tx) =>
    tx.objectStore('cache').put({ name, state: sealed, keptAt: now }),
  )
}

/** This agent's own copy of a topic; null when there is none. */
export async function readCopy(topic: string): Promise<CaseCopy | null> {
  const open = openVault()
  if (open === null) return null
  const name = copyName(open.staffId, topic)
  const kept = await villageBook.find('cache', name)
  if (kept === undefined) return null
  const state = await unsealValue(open.key, name, kept.state).catch(() => null)
  return state === null ? null : { state, keptAt: kept.keptAt }
}

/** Forgets this agent's copies of cases that are the point's no longer: personal data stays no longer than its use (V38). */
export async function forgetCopies(known: readonly string[]): Promise<void> {
  const open = openVault()
  if (open === null) return
  const own = copyName(open.staffId, '')
  const names = new Set(known.map((topic) => copyName(open.staffId, topic)))
  await villageBook.write(['cache'], async (tx) => {
    const cache = tx.objectStore('cache')
    const old = (await cache.getAllKeys()).filter((name) => name.startsWith(own) && !names.has(name))
    await Promise.all(old.map((name) => cache.delete(name)))
  })
}

// Two agents of one phone have a slot each per topic: neither can open, and neither may overwrite, the other's (V35).
function copyName(staffId: StaffId, topic: string): string {
  return `copy/${staffId}/${topic}`
}

function openVault(): { readonly key: CryptoKey; readonly staffId: StaffId } | null {
  const key = dataKey()
  const { staffId } = vault.getState()
  return key === null || staffId === null ? null : { key, staffId }
}
