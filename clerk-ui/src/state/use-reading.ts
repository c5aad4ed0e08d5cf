import type { Parser } from '@counter/shared/client/commands'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refused } from '../components/refusal-line.tsx'
import { read } from './ask.ts'
import { serverNow } from './live.ts'

const AGAIN_MS = 5_000

export interface Reading<T> {
  /** Null until the first answer; an answer stays in sight when a later look fails (U10). */
  readonly value: T | null
  /** When it was read. */
  readonly readAt: Instant | null
  /** Why the last look failed. */
  readonly refused: Refused | null
  reread(): void
  /** Puts what an act has just answered in the place of what was read. */
  put(change: (known: T | null) => T): void
}

interface Read<T> {
  readonly path: string
  readonly value: T | null
  readonly readAt: Instant | null
  readonly refused: Refused | null
}

/**
 * Reads a list of the server, anew whenever `fresh` changes; a null path reads nothing. Silence is asked again by itself,
 * and of two questions only the later one is answered (U10, U11).
 */
export function useReading<T>(path: string | null, parser: Parser<T>, fresh: unknown = 0): Reading<T> {
  const [found, setFound] = useState<Read<T> | null>(null)
  const nth = useRef(0)
  const again = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const reread = useCallback(() => {
    clearTimeout(again.current)
    nth.current += 1
    const own = nth.current
    if (path === null) return
    void read(path, parser).then((answer) => {
      if (own !== nth.current) return
      if (answer.ok) return setFound({ path, value: answer.value, readAt: serverNow(), refused: null })
      setFound((known) => ({ ...knownOf(known, path), refused: answer }))
      if (answer.code === 'offline') again.current = setTimeout(reread, AGAIN_MS)
    })
  }, [path, parser])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed elsewhere is the reason to look again
  useEffect(() => {
    reread()
    return () => {
      clearTimeout(again.current)
      nth.current += 1
    }
  }, [reread, fresh])
  const put = useCallback(
    (change: (known: T | null) => T) => {
      if (path === null) return
      // An answer that is still under way is older than what was just done.
      nth.current += 1
      setFound((known) => {
        const before = knownOf(known, path)
        return { ...before, value: change(before.value) }
      })
    },
    [path],
  )
  // What was read of another place is not this one's.
  const { value, readAt, refused } = found?.path === path ? found : NOTHING
  return { value, readAt, refused, reread, put }
}

const NOTHING = { value: null, readAt: null, refused: null }

function knownOf<T>(known: Read<T> | null, path: string): Read<T> {
  return known?.path === path ? known : { path, ...NOTHING }
}
