import type { TicketId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { lookUp } from '../../store/crypto.ts'
import { findTicketByCode } from '../../store/ticket-codes.ts'
import type { Tx } from '../../store/tx.ts'
import { todayOf } from './hall-now.ts'

/** Today's ticket of a query code alone, which only an enrolled kiosk may ask (P41). */
export function findTrackedByCodeAlone(tx: Tx, code: string): TicketId | null {
  return findTicketByCode(tx, todayOf(tx), lookUp(tx.keys, 'query_code', normalQueryCode(code)))
}
