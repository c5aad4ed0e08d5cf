import type { SyncAnswer } from '@counter/shared/contract/village'
import { civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import { usable } from './numbers.ts'
import { centreTime, timeOf } from './page-clock.ts'
import type { SenderWorld } from './sender-world.ts'

const SOON_MS = 10_000
const LATER_MS = 600_000

/** Asks for numbers while few are left, and not at every turn (V61). */
export function createNumberAsker({
  device,
  page,
  now,
  numberRules,
}: Pick<SenderWorld, 'device' | 'page' | 'now' | 'numberRules'>) {
  // By the steady clock: the other one may be set back by years while the page is open (V78).
  let askAt = 0
  const isFew = (left: number | null): boolean => left !== null && left <= numberRules().renewAt

  /** How many may stand on a new slip today, by the centre's time as far as it is known. */
  async function count(): Promise<number> {
    const time = centreTime(timeOf(page, instantOf(now()), await device.lastServer()))
    return usable(await device.numbers(), civilDate(time), numberRules()).length
  }

  return {
    count,
    isFew,
    isDue: (left: number | null): boolean => isFew(left) && page.now() >= askAt,
    /** The numbers are on the disk before the request counts as answered; how many there are now. */
    async take(left: number | null, answer: SyncAnswer | null): Promise<number | null> {
      if (isFew(left)) askAt = page.now() + (answer === null ? SOON_MS : LATER_MS)
      if (answer === null) return left
      if (isFew(left)) await device.keep(answer.leases ?? [])
      // Also when none came: with the answer the centre's time was heard, which may be of another year than the phone's.
      return count()
    },
  }
}
