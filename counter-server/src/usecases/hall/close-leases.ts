import type { PlainDate } from '@counter/shared/vocabulary/time'
import {
  findLeaseNumbers,
  findLeasesToClose,
  type LeaseRow,
  saveLeaseClosed,
  saveLeaseNumber,
} from '../../store/leases.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'

/** The end of a day closes its blocks: what was not given out is void (Q46). A late paper is still taken in (Q50). */
export function closeLeases(tx: Tx, origin: Origin, until: PlainDate): void {
  for (const lease of findLeasesToClose(tx, until)) closeLease(tx, origin, lease, 'void')
}

/** Ends one block. `lost`: the kiosk no longer knows it, so its numbers may be on paper nobody will tell of. */
export function closeLease(tx: Tx, origin: Origin, { id, device }: LeaseRow, as: 'void' | 'lost'): void {
  const unused = findLeaseNumbers(tx, id).filter(({ state }) => state === 'leased')
  for (const number of unused) saveLeaseNumber(tx, number, { state: as, ticket: null })
  saveLeaseClosed(tx, id)
  const serials = unused.map(({ serial }) => serial)
  const data = {
    kiosk: device,
    void: as === 'void' ? serials : [],
    lost: as === 'lost' ? serials : [],
  }
  tx.record({ type: 'lease.closed', subject: id, version: 2, origin, data })
}
