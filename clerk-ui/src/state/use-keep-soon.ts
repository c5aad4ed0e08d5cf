import { useEffect } from 'react'

/** Kept well within the ten seconds of U15, and not with every key. */
const KEEP_AFTER_MS = 5_000

/**
 * Keeps what is half written at the server some seconds after its first unkept word; what is typed meanwhile goes with it. A
 * place of its own (`of`) and each attempt (`turn`) begin anew, so that a failed one is followed by another (U15).
 */
export function useKeepSoon(isUnkept: boolean, keep: () => Promise<unknown>, of: string, turn: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a timer per key would never fire
  useEffect(() => {
    if (!isUnkept) return
    const timer = setTimeout(() => void keep(), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isUnkept, of, turn])
}
