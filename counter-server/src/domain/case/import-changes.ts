import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'

/** A case as an old ledger left it: received, or accepted as well, with the clocks from the days written there (C520). */
export function imported(state: CaseState, event: CaseEvent<'case.imported'>): CaseState {
  const { id, occurredAt, payload } = event
  const { channel, unit, itemCode, itemVersion, caseType, materials, flags, acceptedAt } = payload
  return {
    ...state,
    channel,
    unit,
    itemCode,
    itemVersion,
    caseType,
    materials,
    flags,
    status: acceptedAt === null ? 'received' : 'accepted',
    receivedAt: occurredAt,
    completeAt: occurredAt,
    acceptedAt,
    noticeEndedAt: acceptedAt,
    ledgerPromise: payload.toldDueOn ?? null,
    legs: [{ eventId: id, unit, from: occurredAt, to: null }],
    startedBy: { receipt: id, complete: id, acceptance: acceptedAt === null ? null : id, decision: null },
  }
}
