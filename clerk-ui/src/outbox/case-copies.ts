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

/** Forgets this agent's copy of one topic. */
export async function dropCopy(topic: string): Promise<void> {
  const { staffId } = vault.getState()
  if (staffId === null) return
  const name = copyName(staffId, topic)
  await villageBook.write(['cache'], (tx) => tx.objectStore('cache').delete(name))
}

/**
 * Forgets every agent's copy of a topic that is older than its time, also while the app is locked: no key is needed for it.
 * A copy from the future was made by a clock that was set back since, so nobody knows its age (V42, V78).
 */
export async function forgetOldCopies(topic: string, keptMs: number, now: number): Promise<void> {
  await villageBook.write(['cache'], async (tx) => {
    const cache = tx.objectStore('cache')
    const names = (await cache.getAllKeys()).filter((name) => name.endsWith(`/${topic}`))
    for (const name of names) {
      const kept = await cache.get(name)
      if (kept !== undefined && !isFresh(kept, keptMs, now)) await cache.delete(name)
    }
  })
}

/** True while a copy is not older than its time, by this device's clock. */
export function isFresh({ keptAt }: Pick<CaseCopy, 'keptAt'>, keptMs: number, now: number): boolean {
  return now - keptAt < keptMs && keptAt <= now
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
