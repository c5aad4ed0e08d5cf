import type { StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { requireReason } from '../../domain/queue/act.ts'
import { requireOnDuty } from '../../domain/queue/hall-window.ts'
import { serveDirectly } from '../../domain/queue/issuing.ts'
import { findWindows } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { insertLeg } from '../../store/tickets.ts'
import type { Deps } from '../deps.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { requireWindow, todayOf } from './hall-now.ts'
import { requireTopic } from './issue-ticket.ts'
import { freshTicket, putInLine } from './put-in-line.ts'

export interface ServeDirectly {
  readonly origin: Origin
  readonly staff: StaffId
  readonly window: number
  readonly topic: TopicKey
  readonly reason: string
}

/**
 * 直接办理: somebody is served at once at the clerk's own free window, with a reason; nobody is called, and the number is
 * counted apart (Q11). Refuses `window.busy`, `window.not_open`, `reason.required`.
 */
export function serveAtOnce(deps: Deps, command: ServeDirectly): Promise<DeskResult> {
  const { origin, staff, window, topic, reason } = command
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: 'window.direct', subject: String(window), content: { window, topic, reason } },
      () => {
        const own = requireWindow({ windows: findWindows(tx, todayOf(tx)) }, window)
        requireOnDuty(own, staff)
        const why = requireReason(reason)
        const fresh = freshTicket(deps, tx, {
          id: deps.newId() as TicketId,
          facts: requireTopic(tx, topic),
          cls: 'ordinary',
          baseTime: toMs(tx.at),
        })
        const ticket = serveDirectly(fresh, own, why, tx.at)
        putInLine(deps, tx, {
          origin,
          ticket,
          channel: 'desk',
          estimate: { ahead: 0, quote: null },
          data: { direct: true, window, reason: why },
        })
        insertLeg(tx, {
          ticket,
          window,
          duty: own.dutyId ?? '',
          calledAt: tx.at,
          startedAt: tx.at,
          why: { kind: 'direct', reason: why },
        })
        tx.record({
          type: 'ticket.started',
          subject: ticket.id,
          version: ticket.version,
          origin,
          data: { leg: ticket.leg, window, duty: own.dutyId, trigger: 'direct', reason: why },
        })
        tx.tell({ kind: 'window_changed', window })
        return deskResult(tx, ticket, window)
      },
    ),
  )
}
