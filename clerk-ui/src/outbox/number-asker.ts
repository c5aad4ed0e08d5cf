import type { SyncAnswer } from '@counter/shared/contract/village'
import { NUMBERS_RENEW_AT } from './numbers.ts'
import type { SenderWorld } from './sender-world.ts'

const SOON_MS = 10_000
const LATER_MS = 600_000

/** Asks for numbers while few are left, and not at every turn (V61). */
export function createNumberAsker({ device, now }: Pick<SenderWorld, 'device' | 'now'>) {
  let askAt = 0
  return {
    isDue: (left: number): boolean => left <= NUMBERS_RENEW_AT && now() >= askAt,
    /** The numbers are on the disk before the request counts as answered; how many there are now. */
    async take(left: number, answer: SyncAnswer | null): Promise<number> {
      if (left > NUMBERS_RENEW_AT) return left
      const lent = answer?.leases ?? []
      askAt = now() + (answer === null || lent.length > 0 ? SOON_MS : LATER_MS)
      if (answer === null) return left
      await device.keep(lent)
      return device.free()
    },
  }
}
