import type { CaseAction } from '@counter/shared/vocabulary/case'
import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { closingOf, nextWorkingDay } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseState, HandOver } from './case-state.ts'
import { type ClockContext, effectiveDate } from './due.ts'
import type { CaseFact } from './event.ts'
import { checkUnitMayHave } from './recusal.ts'

/** Where a case is handed to, and why. */
export interface TransferAsked {
  readonly unit: UnitCode
  readonly reason: string
  /** True when there is such a unit. */
  readonly isUnit: boolean
}

/** 转办: another unit goes on; no clock stops or begins anew (C425, C801). Refusals: C406, `reason.required`, `transfer.bad_target`, `transfer.conflict_of_interest` (C804). */
export function transferCase(
  context: ActContext,
  { unit, reason, isUnit }: TransferAsked,
): CaseFact<'case.transferred'> {
  checkAct(context, 'transfer')
  if (isBlank(reason)) throw new Refusal('reason.required')
  if (unit === context.state.unit || !isUnit) throw new Refusal('transfer.bad_target')
  checkUnitMayHave(context.state, unit)
  return fact('case.transferred', { unit, reason, needsTakeOver: true })
}

/** 接收: from now on the receiving unit answers (C426, C802). Refusals: C406, `transfer.none_open`. */
export function takeOver(context: ActContext, person: StaffId): CaseFact<'transfer.taken_over'> {
  openHandOver(context, 'take_over')
  return fact('transfer.taken_over', { person })
}

/**
 * 退回转办, with a reason; between the same two units once, then the supervisor decides (C426, C803). Refusals: C406,
 * `transfer.none_open`, `reason.required`, `transfer.needs_supervisor`.
 */
export function sendBack(context: ActContext, reason: string): CaseFact<'transfer.sent_back'> {
  const { from, to } = openHandOver(context, 'send_back')
  if (isBlank(reason)) throw new Refusal('reason.required')
  const isRepeated = context.state.sentBack.some(
    (before) => (before.from === from && before.to === to) || (before.from === to && before.to === from),
  )
  if (isRepeated) throw new Refusal('transfer.needs_supervisor')
  checkUnitMayHave(context.state, from)
  return fact('transfer.sent_back', { unit: from, reason })
}

/** Until when a transfer is to be taken over: the close of the next working day (C802). Null when none is open. */
export function handOverDueAt(context: ClockContext, { handOver }: CaseState): Instant | null {
  if (handOver === null) return null
  const { calendar } = context
  return closingOf(calendar, nextWorkingDay(calendar, effectiveDate(context, handOver.at)))
}

function openHandOver(context: ActContext, action: Extract<CaseAction, 'take_over' | 'send_back'>): HandOver {
  checkAct(context, action)
  const { handOver } = context.state
  if (handOver === null) throw new Refusal('transfer.none_open')
  return handOver
}
