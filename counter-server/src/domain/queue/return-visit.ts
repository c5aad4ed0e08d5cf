import { Refusal } from '../refusal.ts'

export interface ReturnMoment {
  /** Numbers are given out at all: from the first opening to the last closing (Q42). */
  readonly isOpen: boolean
  /** The closing control gives no more numbers of this matter today (Q41). */
  readonly isStopped: boolean
  /** A clerk's word that it is done all the same; a kiosk has none. */
  readonly reason: string | null
}

/**
 * Whether somebody who was told to come back gets a number now (Q10). Nobody is sent home by a quota: the promise was made
 * before it. When today is too late for others the desk decides and says why. Refuses `ticket.hall_closed`,
 * `ticket.return_at_desk`.
 */
export function guardReturn({ isOpen, isStopped, reason }: ReturnMoment): void {
  if (reason !== null) return
  if (!isOpen) throw new Refusal('ticket.hall_closed')
  if (isStopped) throw new Refusal('ticket.return_at_desk')
}
