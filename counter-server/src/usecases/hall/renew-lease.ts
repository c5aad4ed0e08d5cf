import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { LEASE_PREFIX } from '@counter/shared/vocabulary/lease'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { nextBlock } from '../../domain/queue/lease.ts'
import { numberText } from '../../domain/queue/numbering.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hashToken, lookUp, newCode, newToken } from '../../store/crypto.ts'
import { countLostLeases, findLastLent, findOpenLeases, insertLease } from '../../store/leases.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { closeLease } from './close-leases.ts'
import { todayOf } from './hall-now.ts'
import { isOpenDay } from './opening-hours.ts'

export interface RenewLease {
  readonly origin: Origin
  readonly device: DeviceId
  /** The blocks that the kiosk still has; one that it no longer knows is lost with its numbers. */
  readonly holds: readonly string[]
  readonly left: number
}

/** A lent block with the secrets of its papers, told once (Q7, Q46). */
export interface LentBlock {
  readonly lease: string
  readonly businessDate: PlainDate
  readonly numbers: readonly { readonly number: string; readonly token: string; readonly queryCode: string }[]
}

/** A kiosk whose store fails would take and lose all the numbers of the hall within seconds. */
const MOST_LOST = 2

/**
 * Lends a kiosk its next block for today, or null while it has enough. Refuses `lease.none` when all are lent, and to a
 * kiosk that has lost two blocks today (Q46).
 */
export function renewLease(deps: Deps, command: RenewLease): Promise<{ block: LentBlock | null }> {
  const { origin, device, holds, left } = command
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'lease.renew', subject: device, content: { holds, left } }, () => {
      const forgotten = findOpenLeases(tx, device, todayOf(tx)).filter(({ id }) => !holds.includes(id))
      for (const lease of forgotten) closeLease(tx, origin, lease, 'lost')
      const hasEnough = left > findSetting(tx, 'lease.renewAt')
      if (hasEnough || !isOpenDay(tx)) return { block: null }
      if (countLostLeases(tx, device, todayOf(tx)) >= MOST_LOST) throw new Refusal('lease.none')
      return { block: lend(deps, tx, command) }
    }),
  )
}

function lend({ newId }: Deps, tx: Tx, { origin, device }: RenewLease): LentBlock {
  const businessDate = todayOf(tx)
  const serials = nextBlock(findLastLent(tx, businessDate), findSetting(tx, 'lease.size'))
  const lent = serials.map((serial) => ({ serial, token: newToken(16), queryCode: newCode() }))
  const lease = newId()
  insertLease(tx, {
    id: lease,
    device,
    businessDate,
    numbers: lent.map(({ serial, token, queryCode }) => ({
      serial,
      tokenHash: hashToken(token),
      queryCodeLook: lookUp(tx.keys, 'query_code', normalQueryCode(queryCode)),
    })),
  })
  tx.record({
    type: 'lease.granted',
    subject: lease,
    version: 1,
    origin,
    data: { kiosk: device, businessDate, from: serials[0], to: serials.at(-1) },
  })
  const numbers = lent.map(({ serial, ...secrets }) => ({
    number: numberText(LEASE_PREFIX, serial),
    ...secrets,
  }))
  return { lease, businessDate, numbers }
}
