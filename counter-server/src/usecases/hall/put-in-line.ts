import type { TicketId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { TicketChannel, TicketClass } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Estimate } from '../../domain/queue/estimate.ts'
import { newTicket } from '../../domain/queue/issuing.ts'
import { prefixFor } from '../../domain/queue/numbering.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { hashToken, lookUp, newCode, newToken } from '../../store/crypto.ts'
import type { TopicFacts } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { insertPrintJob } from '../../store/print-jobs.ts'
import { insertTicket, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from './hall-now.ts'

/** A fresh ticket with what is told once: the token of its QR link and its printed code (Q7). */
export interface Issued {
  readonly ticket: Ticket
  readonly estimate: Estimate
  readonly token: string
  readonly queryCode: string
  readonly printJobId: string
  /** When its holder had booked for (Q36). */
  readonly appointmentAt?: Instant | null
}

export interface Fresh extends Partial<Pick<Ticket, 'weight' | 'needsSpokenCall' | 'caseId'>> {
  readonly id: TicketId
  readonly facts: TopicFacts
  readonly cls: TicketClass
  readonly baseTime: number
}

/** A ticket of today with the next number of its series (Q1, Q2). */
export function freshTicket({ queue }: Pick<Deps, 'queue'>, tx: Tx, fresh: Fresh): Ticket {
  const { id, facts, cls, baseTime, weight = 1, needsSpokenCall = false, caseId = null } = fresh
  const businessDate = todayOf(tx)
  const settings = queue(tx)
  const series = prefixFor(facts.prefix, cls, settings.classSeries)
  return newTicket(
    {
      id,
      prefix: series,
      serial: nextSerial(tx, businessDate, series),
      line: facts.line,
      topic: facts.topic,
      cls,
      businessDate,
      issuedAt: tx.at,
      baseTime,
      issueOrder: nextSerial(tx, businessDate, '#'),
      weight,
      directedWindow: null,
      needsSpokenCall,
      caseId,
    },
    settings,
  )
}

export interface PutInLine {
  readonly origin: Origin
  readonly ticket: Ticket
  readonly estimate: Estimate
  readonly channel: TicketChannel
  /** What the event says besides the ticket itself (queue.md 12). */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Ticket, event, secrets and print job in the caller's transaction (Q6, Q7). The first quote is kept with the ticket
 * and later scored (Q63); without an honest one only the people ahead are told.
 */
export function putInLine({ newId }: Pick<Deps, 'newId'>, tx: Tx, put: PutInLine): Issued {
  const { origin, ticket, estimate } = put
  const secrets = writeIssued(tx, put)
  const printJobId = newId()
  insertPrintJob(tx, { id: printJobId, ticket: ticket.id, device: origin.device, nth: 1 })
  tx.record({
    type: 'print.queued',
    subject: ticket.id,
    version: ticket.version,
    origin,
    data: { job: printJobId, printer: origin.device, nth: 1 },
  })
  return { ticket, estimate, ...secrets, printJobId }
}

/** The ticket with its secrets and its event, without a paper: what was written on paper already needs none. */
export function writeIssued(
  tx: Tx,
  { origin, ticket, estimate, channel, data }: PutInLine,
): Pick<Issued, 'token' | 'queryCode'> {
  const token = newToken(16)
  const queryCode = newCode()
  insertTicket(tx, ticket, {
    channel,
    quote: estimate,
    tokenHash: hashToken(token),
    queryCodeLook: lookUp(tx.keys, 'query_code', normalQueryCode(queryCode)),
  })
  const { number, line, topic, cls, baseTime, callKey, issueOrder, weight, version } = ticket
  const { needsSpokenCall: needs, caseId } = ticket
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
      needs,
      caseId,
      ahead: estimate.ahead,
      quote: estimate.quote,
      ...data,
    },
  })
  tx.tell({ kind: 'ticket_changed', id: ticket.id })
  return { token, queryCode }
}
