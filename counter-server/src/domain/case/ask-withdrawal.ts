import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'

/**
 * 申请撤件: the resident says at the point that the case is to be withdrawn. Null when that was said before and waits still,
 * which makes it a note. Refuses `case.wrong_status` once there is nothing left to withdraw (V73).
 */
export function askWithdrawal(context: ActContext, reason: string): CaseFact<'withdrawal.asked'> | null {
  checkAct(context, 'ask_withdrawal')
  return context.state.withdrawalAskedAt === null ? fact('withdrawal.asked', { reason }) : null
}

/** 不同意撤件, with a reason that the point tells the resident. Refuses `request.not_found` where nobody asked (V73). */
export function declineWithdrawal(context: ActContext, reason: string): CaseFact<'withdrawal.declined'> {
  checkAct(context, 'decline_withdrawal')
  if (context.state.withdrawalAskedAt === null) throw new Refusal('request.not_found')
  if (isBlank(reason)) throw new Refusal('reason.required')
  return fact('withdrawal.declined', { reason })
}
