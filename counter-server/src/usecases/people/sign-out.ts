import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import type { Origin } from '../../store/origin.ts'
import { endSession, type Session } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import { findReportOf } from '../../store/village-points.ts'
import type { Deps } from '../deps.ts'

interface SigningOut {
  readonly origin: Origin
  /** How many items the phone says that it still holds; null of one that does not say. */
  readonly unsent: number | null
}

/**
 * Ends one session; its sockets are closed by the caller (P12). Refuses `village.unsent_items` while a phone still holds what
 * this agent captured, by its own word or else by its last report: 换人 keeps the queue, 退出登录 would leave it to nobody (V35).
 */
export function signOut({ store }: Deps, session: Session, { origin, unsent }: SigningOut): Promise<void> {
  return store.write((tx) => {
    const held = session.phone === null ? 0 : (unsent ?? unsentOf(tx, session.phone, session.staff))
    if (held > 0) throw new Refusal('village.unsent_items', { n: held })
    endSession(tx, session.id)
    appendAudit(tx, { origin, action: 'session.ended', subject: session.id, result: 'done' })
  })
}

// What another agent of the phone captured does not keep this one in.
function unsentOf(tx: Tx, phone: DeviceId, staff: StaffId | null): number {
  const report = findReportOf(tx, phone)
  return report === undefined || report.agent !== staff ? 0 : report.unsent + report.attention
}
