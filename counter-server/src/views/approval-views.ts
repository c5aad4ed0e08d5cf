import type { ApprovalRow } from '@counter/shared/contract/approvals'
import type { ApprovalLine } from '../usecases/cases/list-approvals.ts'
import { toCaseRow } from './case-row-views.ts'
import { toClock } from './clock-views.ts'

export function toApprovalRow({
  line,
  pending,
  requestedAt,
  clock,
  dueOnIfSigned,
}: ApprovalLine): ApprovalRow {
  return {
    case: toCaseRow(line),
    kind: pending.kind,
    reason: pending.reason,
    days: pending.kind === 'extend' ? pending.days : null,
    requestedAt,
    clock: clock === null ? null : toClock(clock),
    dueOnIfSigned,
  }
}
