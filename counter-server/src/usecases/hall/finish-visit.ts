import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { finishService } from '../../domain/queue/serving.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Origin } from '../../store/origin.ts'
import { findCaseIdsOf, findNoticeOf } from '../../store/ticket-cases.ts'
import type { Tx } from '../../store/tx.ts'
import { hushCalls } from './announce.ts'
import { saveDecision } from './save-decision.ts'

export interface FinishVisit {
  readonly origin: Origin
  readonly ticket: Ticket
  readonly window: number
  readonly outcome: VisitOutcome | null
  readonly isLateEntry: boolean
}

/** Ends the visit at a window with its outcome (Q32); part of `finish` and of `next` with an outcome (Q33). */
export function finishVisit(tx: Tx, { origin, ticket, window, outcome, isLateEntry }: FinishVisit): Ticket {
  const decision = finishService(
    ticket,
    { kind: 'window', window },
    {
      outcome,
      topicServed: ticket.topic,
      caseIds: findCaseIdsOf(tx, ticket.id),
      noticeId: findNoticeOf(tx, ticket.id),
      late: isLateEntry,
      now: tx.at,
    },
  )
  const after = saveDecision(tx, origin, ticket, decision)
  hushCalls(tx, origin, after)
  return after
}
