import type { StaffId } from '@counter/shared/vocabulary/ids'
import { findStaff } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'

const STAFF = 'staff:'

/** The post behind an actor of the record; accounts are named by their posts. */
export function actorName(tx: Tx, actor: string): string {
  if (!actor.startsWith(STAFF)) return '系统'
  return findStaff(tx, actor.slice(STAFF.length) as StaffId)?.displayName ?? ''
}
