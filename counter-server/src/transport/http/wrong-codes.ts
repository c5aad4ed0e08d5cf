import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'

const MINUTE_MS = 60_000
const PER_SOURCE = 5
const IN_ALL = 300

/** Counts wrong secrets: 5 a minute for one device or address, 300 in all (P41). */
export interface WrongCodes {
  /** Refuses `code.too_many_tries` before anything is looked up. */
  requireTurn(source: string, now: Instant): void
  failed(source: string, now: Instant): void
}

export function createWrongCodes(): WrongCodes {
  let tries: { readonly source: string; readonly atMs: number }[] = []

  function recent(now: Instant) {
    const sinceMs = toMs(now) - MINUTE_MS
    tries = tries.filter(({ atMs }) => atMs > sinceMs)
    return tries
  }

  return {
    requireTurn(source, now) {
      const all = recent(now)
      const own = all.filter((each) => each.source === source).length
      if (own >= PER_SOURCE || all.length >= IN_ALL) throw new Refusal('code.too_many_tries')
    },
    failed(source, now) {
      recent(now).push({ source, atMs: toMs(now) })
    },
  }
}
