import { lookUp } from '../../store/crypto.ts'
import type { Tx } from '../../store/tx.ts'

/** Who booked, as the store knows it: a keyed hash of the phone number, of a kind of its own, so that it leads to no case. */
export function personLookOf({ keys }: Tx, phone: string): string {
  return lookUp(keys, 'booking_person', phone.replaceAll(/[\s-]/g, ''))
}
