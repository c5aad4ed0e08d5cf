import type { TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketChannel, TicketClass } from '@counter/shared/vocabulary/ticket'
import { sharingWindows } from '../../domain/queue/estimate.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics, findWindows } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { findPrintGap } from '../../store/print-jobs.ts'
import { once } from '../../store/receipts.ts'
import { countAhead } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { isHallOpen } from './opening-hours.ts'
import { freshTicket, type Issued, putInLine } from './put-in-line.ts'
import type { WaitEstimator } from './wait.ts'

export interface IssueTicket {
  readonly origin: Origin
  readonly topic: TopicKey
  readonly cls: Exclude<TicketClass, 'appointment'>
  readonly channel: TicketChannel
}

/** A resident takes a number: ticket, event, counter, receipt and print job commit together (Q4 to Q8). */
export function issueTicket(
  deps: Deps & { readonly wait: WaitEstimator },
  command: IssueTicket,
): Promise<Issued> {
  const { origin, topic, cls, channel } = command
  const id = deps.newId() as TicketId
  const quoted = deps.wait.quoteComer({ id, topic, cls, weight: 1 })
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.issue', subject: topic, content: { topic, cls } }, () => {
      const facts = findTopics(tx).find((each) => each.topic === topic)
      if (facts === undefined) throw new Refusal('topic.not_found')
      if (channel === 'kiosk') guardKiosk(deps, tx, origin)
      const ticket = freshTicket(deps, tx, { id, facts, cls, baseTime: toMs(tx.at) })
      const ahead = peopleAhead(tx, ticket)
      const estimate = { ahead, quote: quoted(ahead) }
      return putInLine(deps, tx, { origin, ticket, estimate, channel, data: {} })
    }),
  )
}

/** A kiosk gives numbers while the hall is open, and one in a few seconds (Q8, Q42). */
export function guardKiosk(deps: Deps, tx: Tx, { device }: Origin): void {
  if (!isHallOpen(tx)) throw new Refusal('ticket.hall_closed')
  const { kioskMinGapMs } = deps.queue(tx)
  const last = device === null ? null : findPrintGap(tx, device)
  if (last !== null && toMs(tx.at) - toMs(last) < kioskMinGapMs)
    throw new Refusal('kiosk.too_fast', { s: kioskMinGapMs / 1000 })
}

// Counted where the number is given out, so that two kiosks never promise the same place (Q62, Q65).
function peopleAhead(tx: Tx, ticket: Ticket): number {
  const sharing = sharingWindows(ticket, { windows: findWindows(tx, ticket.businessDate) })
  const topics = [...new Set(sharing.flatMap(({ services }) => [...services.keys()]))]
  return countAhead(tx, { ticket, topics, windows: sharing.map(({ window }) => window) })
}
