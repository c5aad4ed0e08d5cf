import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { StoredEvent } from '../../store/case-events.ts'
import { findStaff } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'

const STAFF = 'staff:'

/** The posts behind the events of a case, each account read once. */
export function readPeople(tx: Tx, events: readonly StoredEvent[]): (actor: string) => string {
  const names = new Map<string, string>()
  for (const { actor } of events) if (!names.has(actor)) names.set(actor, nameOf(tx, actor))
  return (actor) => names.get(actor) ?? nameOf(tx, actor)
}

function nameOf(tx: Tx, actor: string): string {
  if (actor.startsWith(STAFF)) return findStaff(tx, actor.slice(STAFF.length) as StaffId)?.displayName ?? ''
  return actor === 'system' ? '系统' : '申请人'
}
