import type { TicketId } from '@counter/shared/vocabulary/ids'
import { cancelTicket, restoreTicket } from '../../domain/queue/ending.ts'
import { postponeTicket, rejoinTicket } from '../../domain/queue/placing.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findTicketByNumber, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { silence } from './announce.ts'
import { readHallNow, todayOf } from './hall-now.ts'
import { requireToday } from './require-ticket.ts'
import { saveDecision } from './save-decision.ts'

/** Where a number stands after it was restored: 「恢复了，排在 {n} 个人后面」 (Q28). */
export interface Rejoining {
  readonly number: string
  readonly behind: number
}

/** The resident restores a missed number at the kiosk, by what the wall shows of it (Q28, K-5). */
export function rejoinAtKiosk(
  deps: Deps,
  { origin, number }: { origin: Origin; number: string },
): Promise<Rejoining> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.rejoin', subject: number, content: { number } }, () => {
      const ticket = findTicketByNumber(tx, todayOf(tx), number)
      if (ticket === undefined) throw new Refusal('ticket.not_found')
      return rejoin(deps, tx, origin, ticket)
    }),
  )
}

/** The same from the phone, by the secret of the QR link. */
export function rejoinByToken(
  deps: Deps,
  { origin, ticket }: { origin: Origin; ticket: TicketId },
): Promise<Rejoining> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.rejoin', subject: ticket, content: { ticket } }, () =>
      rejoin(deps, tx, origin, requireToday(tx, ticket)),
    ),
  )
}

function rejoin(deps: Deps, tx: Tx, origin: Origin, ticket: Ticket): Rejoining {
  const { waiting, businessDate } = readHallNow(deps, tx)
  const decision = rejoinTicket(
    ticket,
    {
      waiting: waiting.filter(({ line }) => line === ticket.line),
      issueOrder: nextSerial(tx, businessDate, '#'),
      businessDate,
      by: { kind: 'resident' },
    },
    deps.queue(tx),
  )
  saveDecision(tx, origin, ticket, decision)
  return { number: ticket.number, behind: decision.ahead }
}

/** 往后让, from the phone: the next three people pass (Q29). */
export function postponeByToken(
  deps: Deps,
  { origin, ticket: id }: { origin: Origin; ticket: TicketId },
): Promise<Rejoining> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.postpone', subject: id, content: { id } }, () => {
      const ticket = requireToday(tx, id)
      const { waiting, businessDate, settings } = readHallNow(deps, tx)
      const decision = postponeTicket(
        ticket,
        {
          waiting: waiting.filter(({ line }) => line === ticket.line),
          issueOrder: nextSerial(tx, businessDate, '#'),
          by: { kind: 'resident' },
        },
        settings,
      )
      saveDecision(tx, origin, ticket, decision)
      return { number: ticket.number, behind: decision.ahead }
    }),
  )
}

/** 「还是要排」, from the phone: the cancellation is taken back within a minute (Q34). */
export function restoreByToken(
  deps: Deps,
  { origin, ticket: id }: { origin: Origin; ticket: TicketId },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.restore', subject: id, content: { id } }, () => {
      const ticket = requireToday(tx, id)
      const { windows, settings } = readHallNow(deps, tx)
      const isWindowClosed = windows.find(({ window }) => window === ticket.window)?.state === 'closed'
      const by = { kind: 'resident' } as const
      saveDecision(tx, origin, ticket, restoreTicket(ticket, { by, now: tx.at, isWindowClosed }, settings))
      return { done: true as const }
    }),
  )
}

/** 不排了, from the phone (queue.md 2). */
export function cancelByToken(
  deps: Deps,
  { origin, ticket: id }: { origin: Origin; ticket: TicketId },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.cancel', subject: id, content: { id } }, () => {
      const ticket = requireToday(tx, id)
      saveDecision(tx, origin, ticket, cancelTicket(ticket, { kind: 'resident' }, tx.at))
      silence(tx, origin, ticket)
      return { done: true as const }
    }),
  )
}
