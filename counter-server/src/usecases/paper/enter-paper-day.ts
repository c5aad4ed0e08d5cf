import type { TicketId } from '@counter/shared/vocabulary/ids'
import { instantAt, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { newTicket } from '../../domain/queue/issuing.ts'
import { serveByHand } from '../../domain/queue/moving.ts'
import { numberText } from '../../domain/queue/numbering.ts'
import { type PaperNumber, type PaperRow, paperProblems, SPARE_PREFIX } from '../../domain/queue/paper-day.ts'
import { spokenNumber } from '../../domain/queue/spoken-number.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics, findWindows } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { isEnteredSpare, isPrintedSpare } from '../../store/spare-sheets.ts'
import { findTicketByNumber, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { silence } from '../hall/announce.ts'
import { todayOf } from '../hall/hall-now.ts'
import { writeIssued } from '../hall/put-in-line.ts'
import { saveDecision } from '../hall/save-decision.ts'

export interface EnterPaperDay {
  readonly origin: Origin
  readonly rows: readonly PaperRow[]
}

/** 人工记录，系统恢复后补录: what the event says of why. */
const REASON = '系统不能用时人工办理'

/**
 * After an outage the numbers that were served by hand are entered together, with the times of the paper: all of them, or
 * none and the rows that are wrong (Q35). Refuses `paper.rows_wrong`.
 */
export function enterPaperDay(
  deps: Deps,
  { origin, rows }: EnterPaperDay,
): Promise<{ readonly entered: number }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'paper.enter', subject: todayOf(tx), content: { rows } }, () => {
      const numbers = rows.map(({ number }) => behind(tx, number))
      requireRight(tx, rows, numbers)
      for (const [place, row] of rows.entries()) {
        const number = numbers[place]
        if (number !== undefined) enterRow(deps, tx, origin, { row, number })
      }
      tx.record({
        type: 'paper.entered',
        subject: todayOf(tx),
        version: 1,
        origin,
        data: { rows: rows.length, spare: numbers.filter(({ kind }) => kind === 'spare').length },
      })
      return { entered: rows.length }
    }),
  )
}

function behind(tx: Tx, typed: string): PaperNumber {
  const meant = spokenNumber(typed)
  if (meant === null || meant.prefix === null) return { kind: 'unknown' }
  const { prefix, serial } = meant
  if (prefix === SPARE_PREFIX) {
    if (!isPrintedSpare(tx, serial)) return { kind: 'unknown' }
    return isEnteredSpare(tx, serial) ? { kind: 'used' } : { kind: 'spare', serial }
  }
  const ticket = findTicketByNumber(tx, todayOf(tx), numberText(prefix, serial))
  return ticket === undefined ? { kind: 'unknown' } : { kind: 'ticket', ticket }
}

function requireRight(tx: Tx, rows: readonly PaperRow[], numbers: readonly PaperNumber[]): void {
  const today = todayOf(tx)
  const problems = paperProblems(rows, {
    today,
    now: tx.at,
    windows: new Set(findWindows(tx, today).map(({ window }) => window)),
    topics: new Set(findTopics(tx).map(({ topic }) => topic)),
    numbers,
  })
  if (problems.size === 0) return
  const named = [...problems].map(([place, problem]) => `${place + 1}:${problem}`).join(',')
  throw new Refusal('paper.rows_wrong', { n: problems.size, rows: named })
}

interface Entry {
  readonly row: PaperRow
  readonly number: PaperNumber
}

function enterRow(deps: Deps, tx: Tx, origin: Origin, { row, number }: Entry): void {
  const ticket = number.kind === 'ticket' ? number.ticket : writeSpare(deps, tx, origin, { row, number })
  const stated = toMs(instantAt(todayOf(tx), row.endedAt))
  const arrival = Math.min(ticket.baseTime, toMs(ticket.issuedAt))
  const { ticket: served, event } = serveByHand(
    ticket,
    { kind: 'supervisor' },
    {
      window: row.window,
      outcome: row.outcome,
      topicServed: row.topic,
      servedAt: instantOf(Math.max(stated, arrival)),
      reason: REASON,
      now: tx.at,
    },
  )
  const { takenAt, startedAt, endedAt } = row
  const data = { ...event.data, paper: { takenAt, startedAt, endedAt } }
  saveDecision(tx, origin, ticket, { ticket: served, event: { ...event, data } })
  if (ticket.status === 'called') silence(tx, origin, ticket)
}

function writeSpare(deps: Deps, tx: Tx, origin: Origin, { row, number }: Entry): Ticket {
  const topic = findTopics(tx).find((each) => each.topic === row.topic)
  if (number.kind !== 'spare' || topic === undefined)
    throw new Error('a checked row has neither number nor topic')
  const businessDate = todayOf(tx)
  const ticket = newTicket(
    {
      id: deps.newId() as TicketId,
      prefix: SPARE_PREFIX,
      serial: number.serial,
      line: topic.line,
      topic: row.topic,
      cls: row.cls,
      businessDate,
      issuedAt: tx.at,
      baseTime: toMs(instantAt(businessDate, row.takenAt)),
      issueOrder: nextSerial(tx, businessDate, '#'),
      weight: 1,
      directedWindow: null,
      needsSpokenCall: false,
      caseId: null,
    },
    deps.queue(tx),
  )
  const data = { takenAt: instantAt(businessDate, row.takenAt) }
  writeIssued(tx, { origin, ticket, estimate: { ahead: 0, quote: null }, channel: 'paper', data })
  return ticket
}
