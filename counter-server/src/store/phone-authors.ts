import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { findStaff, type Staff } from './people.ts'
import type { Tx } from './tx.ts'

/** Somebody who has signed in on this phone, now or ever; undefined for everybody else (V3, V54). */
export function findPhoneAuthor(tx: Tx, phone: DeviceId, author: StaffId): Staff | undefined {
  const known = tx.sql.prepare('SELECT 1 FROM session WHERE phone = ? AND staff = ?').get(phone, author)
  return known === undefined ? undefined : findStaff(tx, author)
}
