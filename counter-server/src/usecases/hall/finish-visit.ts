import { finishService } from '../../domain/queue/serving.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Origin } from '../../store/origin.ts'
import { findCaseIdsOf, findNoticeOf } from '../../store/ticket-cases.ts'
import type { Tx } from '../../store/tx.ts'
import { hushCalls } from './announce.ts'
import { requireTopic } from './issue-ticket.ts'
import { saveDecision } from './save-decision.ts'
import type { VisitFinish } from './ticket-act.ts'

export interface FinishVisit extends VisitFinish {
  readonly origin: Origin
  readonly ticket: Ticket
  readonly window: number
}

/** Ends the visit at a window with its outcome (Q32); part of `finish` and of `next` with an outcome (Q33). */
export function finishVisit(tx: Tx, finish: FinishVisit): Ticket {
  const { origin, ticket, window, outcome, isLateEntry, topicServed } = finish
  // A return visit is about the case of its receipt, also when none was entered today (Q10).
  const own = ticket.caseId === null ? [] : [ticket.caseId]
  const decision = finishService(
    ticket,
    { kind: 'window', window },
    {
      outcome,
      topicServed: topicServed === null ? ticket.topic : requireTopic(tx, topicServed).topic,
      caseIds: [...own, ...findCaseIdsOf(tx, ticket.id)],
      noticeId: findNoticeOf(tx, ticket.id),
      late: isLateEntry,
      now: tx.at,
    },
  )
  const after = saveDecision(tx, origin, ticket, decision)
  hushCalls(tx, origin, after)
  return after
}
