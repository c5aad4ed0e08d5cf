import type { TrackTicket } from '@counter/shared/contract/public/track'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Say } from './text.ts'
import { aheadWords } from './wait-words.ts'

const SOON = 2

/** True when somebody should come to the hall: nobody far ahead, or called already (P-1). */
export function isSoon({ status, ahead }: TrackTicket): boolean {
  return status === 'waiting' && ahead !== null && ahead <= SOON
}

/** How a ticket stands, in the one sentence its owner needs (P-1). */
export function ticketLine(ticket: TrackTicket, say: Say): string {
  if (ticket.isExpired) return say('p1.expired', { d: dayWords(ticket.businessDate as PlainDate, 'zh') })
  const w = ticket.window ?? ''
  switch (ticket.status) {
    case 'waiting':
      return isSoon(ticket) ? say('p1.soon') : aheadWords({ ahead: ticket.ahead ?? 0, low: ticket.low }, say)
    case 'called':
      return say('p1.goTo', { w })
    case 'serving':
      return say('p1.serving', { w })
    case 'missed':
      return say(ticket.canRejoin ? 'p1.missed' : 'p1.missedFor')
    default:
      return say(`p1.${ticket.status}`)
  }
}
