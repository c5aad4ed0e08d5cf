import type { WaitReason } from '@counter/shared/vocabulary/ticket'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/** Why a ticket waits where it does, for its own resident: one sentence, nothing of anybody else but a count (Q19). */
export interface WhyWaiting {
  readonly reason: WaitReason
  /** Times passed, window, places or minutes, as the sentence of the reason needs; null when it needs none. */
  readonly n: number | null
}

export function whyWaiting(ticket: Ticket, settings: QueueSettings): WhyWaiting {
  const minutes = Math.round(settings.headStartMs / 60_000)
  if (ticket.directedWindow !== null) return { reason: 'directed', n: ticket.directedWindow }
  if (ticket.protectedAt !== null) return { reason: 'protected', n: ticket.overtaken }
  if (ticket.overtaken > 0) return { reason: 'passed', n: ticket.overtaken }
  if (ticket.postpones > 0) return { reason: 'postponed', n: settings.rejoinPlaces }
  if (ticket.rejoins > 0) return { reason: 'rejoined', n: settings.rejoinPlaces }
  if (ticket.cls === 'priority') return { reason: 'priority', n: minutes }
  if (ticket.cls === 'appointment') return { reason: 'appointment', n: null }
  return { reason: 'in_order', n: minutes }
}
