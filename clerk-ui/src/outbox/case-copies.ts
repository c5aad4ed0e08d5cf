import { sealValue, unsealValue } from './seal.ts'
import { dataKey } from './vault.ts'
import { villageBook } from './village-db.ts'

/** A copy of what the centre said of a topic, and when it was made. */
export interface CaseCopy {
  readonly state: unknown
  /** Device time in ms. */
  readonly keptAt: number
}

/** Keeps what the centre said, sealed under the agent's key (V27); nothing while the app is locked. */
export async function keepCopy(topic: string, state: unknown, now: number): Promise<void> {
  const key = dataKey()
  if (key === null) return
  const sealed = await sealValue(key, copyName(topic), state)
  await villageBook.write(['cache'], (tx) =>
    tx.objectStore('cache').put({ topic, state: sealed, keptAt: now }),
  )
}

/** The copy of a topic; null when there is none that this agent can open. */
export async function readCopy(topic: string): Promise<CaseCopy | null> {
  const key = dataKey()
  if (key === null) return null
  const kept = await villageBook.find('cache', topic)
  if (kept === undefined) return null
  const state = await unsealValue(key, copyName(topic), kept.state).catch(() => null)
  return state === null ? null : { state, keptAt: kept.keptAt }
}

/** Forgets the copies of cases that are the point's no longer: personal data stays no longer than its use (V38). */
export async function forgetCopies(known: ReadonlySet<string>): Promise<void> {
  await villageBook.write(['cache'], async (tx) => {
    const cache = tx.objectStore('cache')
    const old = (await cache.getAllKeys()).filter((topic) => !known.has(topic))
    await Promise.all(old.map((topic) => cache.delete(topic)))
  })
}

function copyName(topic: string): string {
  return `copy/${topic}`
}
