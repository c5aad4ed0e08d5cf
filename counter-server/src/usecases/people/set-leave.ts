import type { Role } from '@counter/shared/vocabulary/actor'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findAccount, saveLeave } from '../../store/accounts.ts'
import { findStaff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'

/** Who stands in for somebody, and from which to which day; without days he is only named (C403). */
export interface Leave {
  readonly deputy: StaffId | null
  readonly from: PlainDate | null
  readonly until: PlainDate | null
}

/**
 * Names the deputy, B岗, of a handler or a clerk and the days of a leave (C403). Each says it of himself, a supervisor of anybody.
 * Refuses `staff.not_found`, `staff.deputy_invalid`, `staff.leave_range`, `session.forbidden`, `reason.required`.
 */
export function setLeave(
  { store }: Deps,
  asker: CaseAsker,
  asked: { readonly staff: StaffId; readonly leave: Leave; readonly reason: string },
): Promise<Leave> {
  const { origin } = asker
  const { staff: id, leave } = asked
  return store.write((tx) =>
    once(tx, { origin, name: 'staff.leave', subject: id, content: asked }, () => {
      if (asker.actor !== 'supervisor' && asker.staff?.id !== id) throw new Refusal('session.forbidden')
      const reason = requireReason(asked.reason)
      const row = findAccount(tx, id)
      if (row === undefined || !hasOwnCases(row.role)) throw new Refusal('staff.not_found')
      checkDeputy(tx, id, leave.deputy)
      checkDays(tx, leave)
      saveLeave(tx, row, { ...leave, reason })
      const data = { ...leave }
      tx.record({ type: 'staff.leave_set', subject: `staff:${id}`, version: row.version + 1, origin, data })
      const deputies = [row.deputy, leave.deputy].filter((each) => each !== null)
      tx.tell({ kind: 'deputies_changed', deputies: [...new Set(deputies)] })
      return leave
    }),
  )
}

// Supervisors and leaders act by post, and each of them sees everything: nobody has to stand in for a list of theirs.
function hasOwnCases(role: Role): boolean {
  return role === 'handler' || role === 'clerk'
}

// A colleague who may do the same: a handler of the unit, or another clerk of the hall.
function checkDeputy(tx: Tx, id: StaffId, deputy: StaffId | null): void {
  if (deputy === null) return
  const person = findStaff(tx, id)
  const other = findStaff(tx, deputy)
  const fits =
    other !== undefined &&
    deputy !== id &&
    other.role === person?.role &&
    !other.isDisabled &&
    (other.role === 'clerk' || other.unit === person.unit)
  if (!fits) throw new Refusal('staff.deputy_invalid')
}

function checkDays(tx: Tx, { deputy, from, until }: Leave): void {
  if (from === null && until === null) return
  const isSpan = from !== null && until !== null && from <= until && until >= civilDate(tx.at)
  if (!isSpan || deputy === null) throw new Refusal('staff.leave_range')
}
