import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'

const MINUTE_MS = 60_000
const PER_SOURCE = 5
const IN_ALL = 300

/** A code that was looked for among the tickets and may now be looked for among the cases; one code, one try. */
interface Half {
  readonly code: string
  readonly is: 'first' | 'second'
}

/** Counts wrong secrets: 5 a minute for one device or address, 300 in all (P41). */
export interface WrongCodes {
  /** Refuses `code.too_many_tries` before anything is looked up. */
  requireTurn(source: string, now: Instant, half?: Half | null): void
  failed(source: string, now: Instant, half?: Half | null): void
}

interface Try {
  readonly source: string
  readonly atMs: number
  /** The code whose second look is still to come. */
  readonly open: string | null
}

export function createWrongCodes(): WrongCodes {
  let tries: Try[] = []

  function recent(now: Instant): Try[] {
    const sinceMs = toMs(now) - MINUTE_MS
    tries = tries.filter(({ atMs }) => atMs > sinceMs)
    return tries
  }

  function openTry(source: string, half: Half | null): Try | undefined {
    const last = tries.findLast((each) => each.source === source)
    return half?.is === 'second' && last?.open === half.code ? last : undefined
  }

  return {
    requireTurn(source, now, half = null) {
      const all = recent(now)
      if (openTry(source, half) !== undefined) return
      const own = all.filter((each) => each.source === source).length
      if (own >= PER_SOURCE || all.length >= IN_ALL) throw new Refusal('code.too_many_tries')
    },
    failed(source, now, half = null) {
      const all = recent(now)
      const first = openTry(source, half)
      if (first !== undefined) all.splice(all.indexOf(first), 1)
      all.push({ source, atMs: toMs(now), open: half?.is === 'first' ? half.code : null })
    },
  }
}
