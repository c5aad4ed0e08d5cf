import type { CaseId, TicketId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketChannel, TicketClass } from '@counter/shared/vocabulary/ticket'
import { guardReturn } from '../../domain/queue/return-visit.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCase } from '../../store/cases.ts'
import { findTopics, type TopicFacts } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findByStatus, findWaiting } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from './hall-now.ts'
import { lateNow } from './intake-guard.ts'
import { estimateOf, guardKiosk, requireWindowFor } from './issue-ticket.ts'
import { isHallOpen } from './opening-hours.ts'
import { freshTicket, type Issued, putInLine } from './put-in-line.ts'
import type { WaitEstimator } from './wait.ts'

export interface IssueReturnVisit {
  readonly origin: Origin
  readonly caseId: CaseId
  readonly cls: Exclude<TicketClass, 'appointment'>
  readonly channel: Extract<TicketChannel, 'kiosk' | 'desk' | 'guide'>
  /** Why a clerk gives it although the hall would not; null at a kiosk. */
  readonly reason: string | null
}

/**
 * 补件 or 取件: a number for the unit of the receipt's case, which is opened when it is called (Q10). The promise is older
 * than any quota, so none counts it; the closing control sends it to the desk (Q40, Q41). Refuses
 * `ticket.already_waiting` with the number that the case has now.
 */
export function issueReturnVisit(
  deps: Deps & { readonly wait: WaitEstimator },
  { origin, caseId, cls, channel, reason }: IssueReturnVisit,
): Promise<Issued> {
  const id = deps.newId() as TicketId
  const { topic } = deps.store.read((tx) => topicOfCase(tx, caseId))
  const quoted = deps.wait.quoteComer({ id, topic, cls, weight: 1 })
  const content = { caseId, cls, ...(reason === null ? {} : { reason }) }
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.return_visit', subject: caseId, content }, () => {
      const facts = topicOfCase(tx, caseId)
      if (channel === 'kiosk') {
        guardKiosk(deps, tx, origin)
        requireWindowFor(tx, facts)
      }
      const late = lateNow(tx)
      guardReturn({
        isOpen: isHallOpen(tx),
        isStopped: late.isStopped && late.topics.includes(facts.topic),
        reason,
      })
      requireNoneOf(tx, caseId)
      const ticket = freshTicket(deps, tx, { id, facts, cls, baseTime: toMs(tx.at), caseId })
      const estimate = estimateOf(tx, ticket, quoted)
      return putInLine(deps, tx, { origin, ticket, estimate, channel, data: { reason } })
    }),
  )
}

// Who comes with a receipt is known by its case, and has one number at a time (Q4). A missed one may be past restoring.
function requireNoneOf(tx: Tx, caseId: CaseId): void {
  const today = todayOf(tx)
  const live = [...findWaiting(tx, today), ...findByStatus(tx, today, ['called', 'serving', 'held'])]
  const own = live.find((ticket) => ticket.caseId === caseId)
  if (own !== undefined) throw new Refusal('ticket.already_waiting', { n: own.number })
}

// A unit without a tile of its own is behind the last one, 「我说不清」.
function topicOfCase(tx: Tx, caseId: CaseId): TopicFacts {
  const topics = findTopics(tx)
  const unit = findCase(tx, caseId)?.unit
  const facts = topics.find((each) => each.unit === unit) ?? topics.at(-1)
  if (facts === undefined) throw new Refusal('topic.not_found')
  return facts
}
