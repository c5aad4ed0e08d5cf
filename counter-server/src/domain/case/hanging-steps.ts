import type { ApprovalKind, CaseAction, CaseEventType } from '@counter/shared/vocabulary/case'
import { Refusal } from '../refusal.ts'
import type { ActContext } from './act.ts'
import { checkNothingDeferred } from './approval.ts'
import { type CaseState, NEW_CASE } from './case-state.ts'
import { checkIsThere } from './check.ts'
import type { CaseEvent } from './event.ts'
import { MOVES } from './lifecycle.ts'
import { applyEvent } from './projection.ts'
import { checkNoSubtasks } from './subtask.ts'
import { isOfHolder } from './transfer-changes.ts'

/**
 * The first step that would rest on nothing if one event were taken back, and does not now (C302). What already stands
 * against a rule of today, because it is older than the rule, holds no other correction back.
 */
export function newlyHanging(
  context: ActContext,
  standing: readonly CaseEvent[],
  without: string,
): CaseEvent | null {
  const before = new Set(hanging(context, standing))
  const left = standing.filter(({ id }) => id !== without)
  return hanging(context, left).find((event) => !before.has(event)) ?? null
}

/** The act behind an event, for the table to judge; null for what may stand anywhere. */
export function actionOf({ type }: CaseEvent): CaseAction | null {
  return ACTION_OF[type]
}

function hanging(context: ActContext, events: readonly CaseEvent[]): readonly CaseEvent[] {
  const found: CaseEvent[] = []
  let state = NEW_CASE
  for (const event of events) {
    if (!follows({ ...context, state }, event)) found.push(event)
    state = applyEvent(state, event)
  }
  return found
}

function follows(context: ActContext, event: CaseEvent): boolean {
  const { state } = context
  const action = actionOf(event)
  if (action !== null && !(action in MOVES[state.status])) return false
  const asked = askedFor(event)
  if (asked !== null && state.pending?.kind !== asked) return false
  switch (event.type) {
    // What was never handed over can neither be taken over nor sent back.
    case 'transfer.taken_over':
    case 'transfer.sent_back':
      return state.handOver !== null
    case 'subtask.answered':
    case 'subtask.waived':
      return isOpenSubtask(state, event.payload.subtask)
    case 'case.forwarded':
      return state.handOver === null && passes(context, [checkNothingDeferred, checkNoSubtasks])
    case 'case.decided': {
      const { onSpot, approvedBy } = event.payload
      // A result on the spot is the clerk's, and a denial the supervisor's who signs it.
      if (onSpot) return true
      if (approvedBy === null && state.handOver !== null) return false
      return passes(context, [checkNothingDeferred, checkIsThere, checkNoSubtasks])
    }
    default:
      return state.handOver === null || !isOfHolder(event)
  }
}

/** What somebody must have asked for before this could be signed or declined (C403). */
function askedFor({ type, payload }: CaseEvent): ApprovalKind | null {
  switch (type) {
    case 'case.refused':
      return 'refuse'
    case 'case.extended':
      return 'extend'
    case 'case.returned':
      return 'return'
    case 'supplement.requested':
      return payload.again === undefined ? null : 'supplement'
    case 'case.decided':
      return payload.approvedBy === null ? null : 'deny'
    case 'approval.declined':
      return payload.kind
    default:
      return null
  }
}

function isOpenSubtask({ subtasks }: CaseState, id: string): boolean {
  return subtasks.some(({ eventId, ended }) => eventId === id && ended === null)
}

function passes(context: ActContext, checks: readonly ((context: ActContext) => void)[]): boolean {
  try {
    for (const check of checks) check(context)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const ACTION_OF: { readonly [Type in CaseEventType]: CaseAction | null } = {
  'case.registered': null,
  'case.received': null,
  'case.imported': null,
  'case.converted': 'convert',
  'item.changed': 'change_item',
  'case.not_applicable': 'not_applicable',
  'case.refused': 'refuse',
  'supplement.requested': 'request_supplement',
  'supplement.handed_in': 'hand_in',
  'papers.asked': 'ask_papers',
  'pledge.made': 'pledge',
  'case.accepted': 'accept',
  'case.deemed_accepted': 'deem_accepted',
  'case.taken': 'take',
  'case.paused': 'pause',
  'case.resumed': 'resume',
  'case.extended': 'extend',
  'case.transferred': 'transfer',
  'case.assigned': 'assign',
  'transfer.taken_over': 'take_over',
  'transfer.sent_back': 'send_back',
  'subtask.opened': null,
  'subtask.answered': null,
  'subtask.waived': null,
  'check.recorded': 'record_check',
  'case.reported_up': 'report_up',
  'case.forwarded': 'forward',
  'case.result_recorded': 'record_result',
  'case.decided': 'decide',
  'case.delivered': 'deliver',
  'case.withdrawn': 'withdraw',
  'case.returned': 'return_case',
  'case.voided': 'void',
  'case.urged': null,
  'case.noted': null,
  'approval.requested': null,
  'approval.declined': null,
  'mark.fired': null,
  'event.voided': null,
  'calendar.applied': null,
  'setting.applied': null,
  'due.told': null,
  'result.shelved': 'shelve',
  'result.told': 'tell_result',
  'papers.taken': null,
  'papers.handed': null,
  'notice.relayed': null,
  'contact.attempted': null,
  'contact.given_up': null,
  'followup.recorded': null,
  'authority.revoked': null,
  'originals.returned': null,
  'capture.dated': null,
  'relation.found': null,
  'relation.declared': null,
  'recusal.noted': null,
  'case.edited': null,
  'withdrawal.asked': null,
  'withdrawal.declined': null,
  'duplicate.judged': null,
  'case.merged': 'merge',
  'case.absorbed': null,
  'order.issued': null,
  'order.replied': null,
  'order.closed': null,
}
