import type { SyncBody } from '@counter/shared/contract/village'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { receiptSum, receiptText } from '@counter/shared/vocabulary/receipt-sum'
import { sha256Hex } from './hash.ts'
import type { Stub } from './village-db.ts'

const DAY_MS = 86_400_000
const COMPARED_DAYS = 90

/** What the centre lost is compared no more, also when it was entered again from paper. */
export function isCompared({ isMissing, wasLost = false }: Stub): boolean {
  return !isMissing && !wasLost
}

/** What the centre said is stored within 90 days of its clock, counted and added up (V56). */
export async function haveOf(
  stubs: readonly Stub[],
  serverNow: number,
): Promise<NonNullable<SyncBody['have']>> {
  const since = instantOf(serverNow - COMPARED_DAYS * DAY_MS)
  // What was stored before the centre said when is in no sum of the centre either.
  const kept = stubs.filter(
    (stub) => isCompared(stub) && stub.storedAt !== undefined && stub.storedAt >= since,
  )
  const hashes = await Promise.all(kept.map((stub) => sha256Hex(receiptText(stub))))
  return { since, count: kept.length, digest: receiptSum(hashes) }
}

/** Whether it is time to compare: after the start of the page, and once a day (V56). */
export function createComparing(now: () => number) {
  let comparedAt: number | null = null
  return {
    isDue: () => comparedAt === null || Math.abs(now() - comparedAt) >= DAY_MS,
    isDone(): void {
      comparedAt = now()
    },
  }
}
