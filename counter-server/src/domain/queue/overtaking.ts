import type { Instant } from '@counter/shared/vocabulary/time'
import { waitsFrom } from './order.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/**
 * A ticket that a later arrival has passed. At the bound its key becomes its base time, so that no later
 * arrival passes it by call next again (Q17). Only the protection is an event and raises the version.
 */
export function overtake(ticket: Ticket, now: Instant, settings: QueueSettings): Ticket {
  const overtaken = ticket.overtaken + 1
  const isAtBound = settings.maxOvertakes > 0 && overtaken >= settings.maxOvertakes
  if (!isAtBound || ticket.protectedAt !== null) return { ...ticket, overtaken }
  return { ...ticket, overtaken, callKey: waitsFrom(ticket), protectedAt: now, version: ticket.version + 1 }
}

/** True when this overtaking protected the ticket, which is worth an event `ticket.protected` (Q17). */
export function hasBecomeProtected(before: Ticket, after: Ticket): boolean {
  return before.protectedAt === null && after.protectedAt !== null
}

/** What a change of the key brings with it: the count and the protection start again (Q17). */
export function newKey(callKey: number): Pick<Ticket, 'callKey' | 'overtaken' | 'protectedAt'> {
  return { callKey, overtaken: 0, protectedAt: null }
}
