import { act, type Decision } from './act.ts'
import { LIFECYCLE, type Party } from './lifecycle.ts'
import type { Ticket } from './ticket.ts'

const SYSTEM: Party = { kind: 'system' }

/** True while an unprinted ticket can still give way: nobody is served by it and it has not ended (Q49). */
export function canGiveWay(unprinted: Ticket): boolean {
  return LIFECYCLE[unprinted.status].move === 'moved'
}

/** The ticket that was committed but never reached its resident goes over to the number on paper (Q49). */
export function giveWay(unprinted: Ticket, paperNumber: string): Decision {
  const data = { lastStatus: unprinted.status, by: 'system', reason: 'unanswered', target: paperNumber }
  return { ticket: act(unprinted, 'move', SYSTEM, {}), event: { type: 'ticket.moved', data } }
}
