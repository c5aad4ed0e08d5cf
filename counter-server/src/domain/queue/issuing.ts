import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { requireReason } from './act.ts'
import { type HallWindow, requireFree } from './hall-window.ts'
import { numberText } from './numbering.ts'
import { callKeyOf } from './order.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

type Given =
  | 'id'
  | 'prefix'
  | 'serial'
  | 'line'
  | 'topic'
  | 'cls'
  | 'businessDate'
  | 'issuedAt'
  | 'baseTime'
  | 'issueOrder'
  | 'weight'
  | 'directedWindow'
  | 'needsSpokenCall'
  | 'caseId'

/** A fresh waiting ticket of a series and serial. Refuses `ticket.batch_too_large` above `maxWeight` (Q1, Q9, Q14). */
export function newTicket(given: Pick<Ticket, Given>, settings: QueueSettings): Ticket {
  if (given.weight > settings.maxWeight)
    throw new Refusal('ticket.batch_too_large', { n: settings.maxWeight })
  // Field by field: spreading one object into a larger one takes the engine hundreds of times as long.
  return {
    id: given.id,
    number: numberText(given.prefix, given.serial),
    prefix: given.prefix,
    serial: given.serial,
    line: given.line,
    topic: given.topic,
    cls: given.cls,
    status: 'waiting',
    businessDate: given.businessDate,
    issuedAt: given.issuedAt,
    baseTime: given.baseTime,
    callKey: callKeyOf(given.cls, given.baseTime, settings),
    issueOrder: given.issueOrder,
    weight: given.weight,
    directedWindow: given.directedWindow,
    needsSpokenCall: given.needsSpokenCall,
    caseId: given.caseId,
    window: null,
    leg: 0,
    callNo: 0,
    countedCalls: 0,
    lastCountedCallAt: null,
    lastCallAt: null,
    calledAt: null,
    firstCalledAt: null,
    startedAt: null,
    finishedAt: null,
    heldAt: null,
    missedAt: null,
    cancelledAt: null,
    cancelledFrom: null,
    outcome: null,
    rejoins: 0,
    postpones: 0,
    overtaken: 0,
    protectedAt: null,
    version: 1,
  }
}

/** 直接办理: a ticket born serving at the clerk's own free window, with a reason, never announced (Q11). */
export function serveDirectly(
  ticket: Ticket,
  window: HallWindow,
  reason: string | null,
  now: Instant,
): Ticket {
  requireReason(reason)
  requireFree(window)
  return { ...ticket, status: 'serving', window: window.window, leg: 1, startedAt: now }
}
