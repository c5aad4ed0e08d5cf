import { Walk } from '@counter/shared/contract/walks'
import { useEffect, useState } from 'react'
import { dropCopy, forgetOldCopies, isFresh, keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { find } from '../../state/ask.ts'
import { WALK_TOPIC } from './copy-topics.ts'
import type { Refused } from './village-refusal.tsx'

const DAY_MS = 86_400_000
const LOOK_EVERY_MS = 60_000

export interface KeptWalk {
  readonly walk: Walk
  /** Device time in ms after which nothing of it is here. */
  readonly until: number
}

/** Asks the centre for phone and group of these cases and keeps them for a day, sealed under the agent's key; a full disk takes none (V40, V42). */
export async function takeWalk(cases: readonly string[]): Promise<Refused | null> {
  const answer = await find('/api/walks', { cases }, Walk)
  if (!answer.ok) return { code: answer.code, params: answer.params }
  return keepCopy(WALK_TOPIC, answer.value, Date.now()).then(
    () => null,
    () => ({ code: 'storage.full', params: {} }),
  )
}

/** The agent's walk, while its day lasts; null when there is none. */
export async function readWalk(now: number): Promise<KeptWalk | null> {
  const copy = await readCopy(WALK_TOPIC)
  if (copy === null || !isFresh(copy, DAY_MS, now)) return null
  const walk = Walk.safeParse(copy.state)
  return walk.success ? { walk: walk.data, until: copy.keptAt + DAY_MS } : null
}

/** The walk on the phone; `undefined` until the disk has said, null when there is none. */
export function useWalk(): { readonly walk: KeptWalk | null | undefined; reread(): void; drop(): void } {
  const [walk, setWalk] = useState<KeptWalk | null | undefined>(undefined)
  const [nth, setNth] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was taken or dropped is the reason to look again
  useEffect(() => {
    let isCurrent = true
    const look = () => void readWalk(Date.now()).then((found) => isCurrent && setWalk(found))
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [nth])
  const reread = () => setNth((count) => count + 1)
  return { walk, reread, drop: () => void dropCopy(WALK_TOPIC).then(reread) }
}

/** Lets every walk go whose day is over, whoever took it, also while the app is locked (V42). */
export function forgetWalks(now: number): Promise<void> {
  return forgetOldCopies(WALK_TOPIC, DAY_MS, now)
}
