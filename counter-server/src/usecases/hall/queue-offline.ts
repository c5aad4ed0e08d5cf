import type { DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import { LEASE_PREFIX } from '@counter/shared/vocabulary/lease'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { cancelTicket, closeDay } from '../../domain/queue/ending.ts'
import { newTicket } from '../../domain/queue/issuing.ts'
import { isClockTrusted, leaseBaseTime } from '../../domain/queue/lease.ts'
import { numberText } from '../../domain/queue/numbering.ts'
import type { OfflineAbandon, OfflineTake } from '../../domain/queue/offline-command.ts'
import { byCallOrder } from '../../domain/queue/order.ts'
import { canGiveWay, giveWay } from '../../domain/queue/replacing.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics, type TopicFacts } from '../../store/hall.ts'
import {
  findLastKioskBase,
  findLease,
  findLeaseNumber,
  type LeaseNumberRow,
  type LeaseRow,
  saveLeaseNumber,
} from '../../store/leases.ts'
import type { Origin } from '../../store/origin.ts'
import { insertPrintJob, savePrintSent, savePrintState } from '../../store/print-jobs.ts'
import { settleUnanswered } from '../../store/receipts.ts'
import { findTicket, insertTicket, nextSerial } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { silence } from './announce.ts'
import { readHallNow, todayOf } from './hall-now.ts'
import { saveDecision } from './save-decision.ts'

export interface OfflineScene {
  readonly deps: Deps
  readonly tx: Tx
  readonly origin: Origin
  readonly device: DeviceId
}

/** A lent number with its block, as the record has them. */
interface Lent {
  readonly lease: LeaseRow
  readonly number: LeaseNumberRow
}

/**
 * A number that a kiosk gave by itself takes its place in line, once (Q48). It stands for the create that was not
 * answered (Q49). Refuses `lease.mismatch` for a foreign, reused or lost number (Q50).
 */
export function queueOffline(scene: OfflineScene, take: OfflineTake): void {
  const { tx, origin } = scene
  const lent = requireLent(scene, take)
  const facts = findTopics(tx).find((each) => each.topic === take.topic)
  if (facts === undefined) throw new Refusal('topic.not_found')
  const unprinted = take.replaces === null ? null : unprintedOf(scene, take.replaces)
  const ticket = ticketOf(scene, take, { lent, facts, replacedBase: unprinted?.baseTime ?? null })
  insert(scene, take, ticket, lent)
  if (unprinted !== null) {
    saveDecision(tx, origin, unprinted, giveWay(unprinted, ticket.number))
    silence(tx, origin, unprinted)
  }
  if (lent.lease.businessDate < todayOf(tx)) markAbsent(scene, ticket)
}

/** The create was not answered and its resident has gone: if it was committed, nobody shall be called by it (Q49). */
export function abandonCreate({ tx, origin }: OfflineScene, { replaces }: OfflineAbandon): void {
  const ticket = ticketOfCreate(tx, origin, replaces)
  if (ticket === null || !canGiveWay(ticket)) return
  saveDecision(tx, origin, ticket, cancelTicket(ticket, { kind: 'system' }, tx.at))
  silence(tx, origin, ticket)
}

/** The number as this kiosk's and still to be used; one that was void at the end of its day may come late (Q50). */
export function findLent(tx: Tx, device: DeviceId, take: Pick<OfflineTake, 'lease' | 'number'>): Lent | null {
  const lease = findLease(tx, take.lease)
  if (lease === undefined || lease.device !== device) return null
  const serial = Number(take.number.slice(LEASE_PREFIX.length + 1))
  const number = findLeaseNumber(tx, lease.businessDate, serial)
  if (number === undefined || number.lease !== lease.id) return null
  if (numberText(LEASE_PREFIX, serial) !== take.number) return null
  return number.state === 'leased' || number.state === 'void' ? { lease, number } : null
}

function requireLent({ tx, device }: OfflineScene, take: OfflineTake): Lent {
  const lent = findLent(tx, device, take)
  if (lent === null) throw new Refusal('lease.mismatch')
  return lent
}

// Served or ended already: whoever came for it is known to the hall, so a person must look (Q49).
function unprintedOf(
  { tx, origin }: OfflineScene,
  replaces: NonNullable<OfflineTake['replaces']>,
): Ticket | null {
  const ticket = ticketOfCreate(tx, origin, replaces)
  if (ticket !== null && !canGiveWay(ticket))
    throw new Refusal('ticket.finished', { n: ticket.number, status: ticket.status })
  return ticket
}

function ticketOfCreate(
  tx: Tx,
  origin: Origin,
  commandId: NonNullable<OfflineTake['replaces']>,
): Ticket | null {
  const answer = settleUnanswered(tx, origin, commandId) as { ticket?: { id?: TicketId } } | null | undefined
  const id = answer?.ticket?.id
  return id === undefined ? null : (findTicket(tx, id) ?? null)
}

function ticketOf(
  { deps, tx, device }: OfflineScene,
  take: OfflineTake,
  { lent, facts, replacedBase }: { lent: Lent; facts: TopicFacts; replacedBase: number | null },
): Ticket {
  const { businessDate, grantedAt } = lent.lease
  const lastBase = findLastKioskBase(tx, device, businessDate)
  const baseTime = leaseBaseTime(take, { grantedAt, receivedAt: tx.at, lastBase, replacedBase })
  return newTicket(
    {
      id: deps.newId() as TicketId,
      prefix: LEASE_PREFIX,
      serial: lent.number.serial,
      line: facts.line,
      topic: take.topic,
      cls: take.cls,
      businessDate,
      issuedAt: instantOf(baseTime),
      baseTime,
      issueOrder: nextSerial(tx, businessDate, '#'),
      weight: 1,
      directedWindow: null,
      needsSpokenCall: false,
      caseId: null,
    },
    deps.queue(tx),
  )
}

function insert(
  { deps, tx, origin, device }: OfflineScene,
  take: OfflineTake,
  ticket: Ticket,
  lent: Lent,
): void {
  const { number, lease } = lent
  const ahead = aheadOf(deps, tx, ticket)
  // The paper promised no wait, so there is none to be scored (Q63).
  insertTicket(tx, ticket, {
    channel: 'kiosk',
    quote: { ahead, quote: null },
    tokenHash: number.tokenHash,
    queryCodeLook: number.queryCodeLook,
  })
  saveLeaseNumber(tx, number, { state: 'used', ticket: ticket.id })
  insertPrintJob(tx, { id: take.printJobId, ticket: ticket.id, device, nth: 1 })
  savePrintSent(tx, take.printJobId, null)
  savePrintState(tx, take.printJobId, take.paper, null)
  tx.record({
    type: 'ticket.issued',
    subject: ticket.id,
    version: ticket.version,
    origin,
    data: {
      number: ticket.number,
      line: ticket.line,
      topic: ticket.topic,
      cls: ticket.cls,
      channel: 'kiosk',
      businessDate: ticket.businessDate,
      baseTime: ticket.baseTime,
      callKey: ticket.callKey,
      issueOrder: ticket.issueOrder,
      weight: ticket.weight,
      ahead,
      quote: null,
      lease: lease.id,
      takenAt: instantOf(toMs(take.localTime) + take.offsetMs),
      isClockTrusted: isClockTrusted(take),
      replaces: take.replaces,
    },
  })
  const { serial } = number
  tx.record({
    type: 'lease.used',
    subject: lease.id,
    version: 1,
    origin,
    data: { serial, ticket: ticket.id },
  })
  tx.tell({ kind: 'ticket_changed', id: ticket.id })
}

function aheadOf(deps: Deps, tx: Tx, ticket: Ticket): number {
  const { waiting, businessDate } = readHallNow(deps, tx)
  if (ticket.businessDate !== businessDate) return 0
  return waiting.filter((other) => other.line === ticket.line && byCallOrder(other, ticket) < 0).length
}

// The day is over; its resident was absent on it, and today's line is not touched (Q50).
function markAbsent({ tx, origin }: OfflineScene, ticket: Ticket): void {
  const { decisions } = closeDay([ticket], { byHand: false, now: tx.at })
  for (const decision of decisions) saveDecision(tx, origin, ticket, decision)
}
