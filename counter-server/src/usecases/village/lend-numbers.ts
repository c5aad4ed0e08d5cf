import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { numberYears } from '@counter/shared/vocabulary/number'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { nextCaseNumbers } from '../../store/case-numbers.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import { countLent, insertVillageNumbers, relendNumbers } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'
import type { VillageAgent } from './village-agent.ts'

/** What the device of a point asks for: by its own id, with an id of the request, and what it still has. */
export interface NumberRequest {
  readonly device: string
  readonly requestId: string
  readonly free: number
  /** What waits there, on whose slips some of its numbers may stand. */
  readonly waiting: number
}

/**
 * Lends the device of the agent's point final case numbers, so that it can give them out without a network (V61). Empty
 * while it has enough. What came back of this year goes first (V62). The same request gets the same numbers, because its answer may have been lost;
 * it is the device that asks, whoever of its agents is at it (V35). One whose clock is years off counts none of what it has: what
 * the record lent it and has seen on no case is counted here, or it would burn the whole series (V62, V78).
 */
export function lendNumbers(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: VillageAgent,
  { device, requestId, free, waiting }: NumberRequest,
): Promise<readonly string[]> {
  const village = (staff.village ?? '') as VillageCode
  return store.write((tx) => {
    const receipt = {
      origin: {
        ...origin,
        actor: `device:${device}`,
        commandId: requestId as NonNullable<typeof origin.commandId>,
      },
      name: 'village.numbers',
      subject: device,
      content: { village },
    }
    return once(tx, receipt, () => {
      // The two settings may overlap, and the pool may have become smaller than what the device still has.
      const most = findSetting(tx, 'village.numbers')
      const year = Number(civilDate(tx.at).slice(0, 4))
      const years = numberYears(civilDate(tx.at), findSetting(tx, 'village.oldNumberDays'))
      const held = countLent(tx, device, years)
      const lacking = Math.min(most - free, most + waiting - held)
      if (free > findSetting(tx, 'village.numbersRenewAt') || lacking <= 0) return []
      const again = relendNumbers(tx, { village, device, year }, lacking)
      const fresh = lacking === again.length ? [] : nextCaseNumbers(tx, village, lacking - again.length)
      insertVillageNumbers(tx, { village, device, numbers: fresh })
      const numbers = [...again, ...fresh]
      tx.record({
        type: 'village.numbers_lent',
        subject: device,
        version: 1,
        origin: receipt.origin,
        data: { village, from: fresh[0] ?? null, to: fresh.at(-1) ?? null, count: numbers.length, again },
      })
      return numbers
    })
  })
}
