import type { TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketChannel, TicketClass } from '@counter/shared/vocabulary/ticket'
import { type Estimate, sharingWindows } from '../../domain/queue/estimate.ts'
import { newTicket } from '../../domain/queue/issuing.ts'
import { prefixFor } from '../../domain/queue/numbering.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hashToken, lookUp, newCode, newToken } from '../../store/crypto.ts'
import { findTopics, findWindows } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { findPrintGap, insertPrintJob } from '../../store/print-jobs.ts'
import { once } from '../../store/receipts.ts'
import { countAhead, insertTicket, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from './hall-now.ts'
import { isHallOpen } from './opening-hours.ts'
import type { WaitEstimator } from './wait.ts'

export interface IssueTicket {
  readonly origin: Origin
  readonly topic: TopicKey
  readonly cls: Exclude<TicketClass, 'appointment'>
  readonly channel: TicketChannel
}

/** A fresh ticket with what is told once: the token of its QR link and its printed code (Q7). */
export interface Issued {
  readonly ticket: Ticket
  readonly estimate: Estimate
  readonly token: string
  readonly queryCode: string
  readonly printJobId: string
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
      const ticket = newTicketOf(deps, tx, command, { ...facts, id })
      const ahead = peopleAhead(tx, ticket)
      const estimate = { ahead, quote: quoted(ahead) }
      return store(tx, origin, { ticket, estimate, channel, printJobId: deps.newId() })
    }),
  )
}

function guardKiosk(deps: Deps, tx: Tx, { device }: Origin): void {
  if (!isHallOpen(tx)) throw new Refusal('ticket.hall_closed')
  const { kioskMinGapMs } = deps.queue(tx)
  const last = device === null ? null : findPrintGap(tx, device)
  if (last !== null && toMs(tx.at) - toMs(last) < kioskMinGapMs)
    throw new Refusal('kiosk.too_fast', { s: kioskMinGapMs / 1000 })
}

function newTicketOf(
  { queue }: Deps,
  tx: Tx,
  { cls, topic }: IssueTicket,
  { id, line, prefix }: Pick<Ticket, 'id' | 'line' | 'prefix'>,
): Ticket {
  const businessDate = todayOf(tx)
  const settings = queue(tx)
  const series = prefixFor(prefix, cls, settings.classSeries)
  return newTicket(
    {
      id,
      prefix: series,
      serial: nextSerial(tx, businessDate, series),
      line,
      topic,
      cls,
      businessDate,
      issuedAt: tx.at,
      baseTime: toMs(tx.at),
      issueOrder: nextSerial(tx, businessDate, '#'),
      weight: 1,
      directedWindow: null,
      needsSpokenCall: false,
      caseId: null,
    },
    settings,
  )
}

// Counted where the number is given out, so that two kiosks never promise the same place (Q62, Q65).
function peopleAhead(tx: Tx, ticket: Ticket): number {
  const sharing = sharingWindows(ticket, { windows: findWindows(tx, ticket.businessDate) })
  const topics = [...new Set(sharing.flatMap(({ services }) => [...services.keys()]))]
  return countAhead(tx, { ticket, topics, windows: sharing.map(({ window }) => window) })
}

function store(
  tx: Tx,
  origin: Origin,
  made: { ticket: Ticket; estimate: Estimate; channel: TicketChannel; printJobId: string },
): Issued {
  const { ticket, estimate, channel, printJobId } = made
  const token = newToken(16)
  const queryCode = newCode()
  insertTicket(tx, ticket, {
    channel,
    quote: estimate,
    tokenHash: hashToken(token),
    queryCodeLook: lookUp(tx.keys, 'query_code', normalQueryCode(queryCode)),
  })
  insertPrintJob(tx, { id: printJobId, ticket: ticket.id, device: origin.device, nth: 1 })
  const { number, line, topic, cls, baseTime, callKey, issueOrder, weight, version } = ticket
  tx.record({
    type: 'ticket.issued',
    subject: ticket.id,
    version,
    origin,
    data: {
      number,
      line,
      topic,
      cls,
      channel,
      baseTime,
      callKey,
      issueOrder,
      weight,
      ahead: estimate.ahead,
      quote: estimate.quote,
    },
  })
  tx.record({
    type: 'print.queued',
    subject: ticket.id,
    version,
    origin,
    data: { job: printJobId, printer: origin.device, nth: 1 },
  })
  tx.tell({ kind: 'ticket_changed', id: ticket.id })
  return { ticket, estimate, token, queryCode, printJobId }
}
