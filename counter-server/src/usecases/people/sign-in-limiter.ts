import { Refusal } from '../../domain/refusal.ts'

interface Failures {
  count: number
  until: number
}

const FREE_TRIES = 5
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15 * 60_000
const KEPT = 10_000

/** Slows guessing per account and source, so that nobody can lock out somebody else's computer (P16). */
export interface SignInLimiter {
  /** Refuses `session.wait` with the seconds left. */
  requireTurn(account: string, source: string, nowMs: number): void
  failed(account: string, source: string, nowMs: number): void
  succeeded(account: string, source: string): void
}

export function createSignInLimiter(): SignInLimiter {
  const pairs = new Map<string, Failures>()
  const keyOf = (account: string, source: string) => `${account}\u0000${source}`
  return {
    requireTurn(account, source, nowMs) {
      const until = pairs.get(keyOf(account, source))?.until ?? 0
      if (until > nowMs) throw new Refusal('session.wait', { s: Math.ceil((until - nowMs) / 1000) })
    },
    failed(account, source, nowMs) {
      const key = keyOf(account, source)
      const count = (pairs.get(key)?.count ?? 0) + 1
      const waitMs =
        count < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_TRIES), LONGEST_WAIT_MS)
      if (pairs.size >= KEPT) pairs.delete(pairs.keys().next().value ?? '')
      pairs.set(key, { count, until: nowMs + waitMs })
    },
    succeeded(account, source) {
      pairs.delete(keyOf(account, source))
    },
  }
}
