import type { ApprovalKind, CaseAction } from '@counter/shared/vocabulary/case'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import { checkIsThere } from './check.ts'
import type { CaseFact } from './event.ts'
import { approverOfExtension, checkExtensionOf } from './extension.ts'
import type { CaseActor } from './lifecycle.ts'
import type { Proposal } from './proposal.ts'
import { checkReturn } from './return-case.ts'
import { checkNoSubtasks } from './subtask.ts'
import { checkSecondList } from './supplement.ts'

/** The act that each signature completes (C403). */
export const SIGNED_ACT = {
  refuse: 'refuse',
  deny: 'decide',
  extend: 'extend',
  return: 'return_case',
  supplement: 'request_supplement',
} as const satisfies Record<ApprovalKind, CaseAction>

/** Who asks and who signs (C404, C415, C424, C430, C433). */
const SIGNERS = {
  refuse: { ask: ['clerk'], signs: 'supervisor' },
  deny: { ask: ['handler'], signs: 'supervisor' },
  extend: { ask: ['handler'], signs: 'leader' },
  return: { ask: ['handler'], signs: 'supervisor' },
  supplement: { ask: ['clerk', 'handler'], signs: 'supervisor' },
} as const satisfies Record<ApprovalKind, { readonly ask: readonly CaseActor[]; readonly signs: CaseActor }>

/** Whose signature a request waits for (C403). */
export function signerOf(kind: ApprovalKind): CaseActor {
  return SIGNERS[kind].signs
}

/** A request for a second signature: recorded, without effect until approved (C403). Refusals: those of the act itself. */
export function requestApproval(
  context: ActContext,
  proposal: Proposal,
  requestedBy: StaffId,
): CaseFact<'approval.requested'> {
  const askers: readonly CaseActor[] = SIGNERS[proposal.kind].ask
  if (!askers.includes(context.actor)) throw new Refusal('case.forbidden')
  checkProposal(context, proposal)
  return fact('approval.requested', { proposal, requestedBy })
}

/**
 * The second signature, which does what was asked; the limits are checked again now (C403).
 * Refusals: `approval.none_open`, `case.forbidden`, `approval.same_person`, those of the act.
 */
export function approve(
  context: ActContext,
  approvedBy: StaffId,
): CaseFact<'case.refused' | 'case.decided' | 'case.extended' | 'case.returned' | 'supplement.requested'> {
  const pending = openRequest(context, approvedBy)
  checkProposal(context, pending)
  switch (pending.kind) {
    case 'refuse':
      return fact('case.refused', { reason: pending.reason, organ: pending.organ, approvedBy })
    case 'deny':
      return fact('case.decided', {
        decision: 'denied',
        onSpot: false,
        reason: pending.reason,
        remedies: pending.remedies,
        approvedBy,
      })
    case 'extend':
      return fact('case.extended', {
        days: pending.days,
        reason: pending.reason,
        approvedBy: approverOfExtension(approvedBy),
      })
    case 'return':
      return fact('case.returned', { reason: pending.reason, approvedBy })
    case 'supplement': {
      const { lines, reason } = pending
      return fact('supplement.requested', { lines, again: { reason, approvedBy } })
    }
  }
}

/** The second person says no, with a reason; the case goes on as it was. */
export function declineApproval(
  context: ActContext,
  declinedBy: StaffId,
  reason: string,
): CaseFact<'approval.declined'> {
  const { kind } = openRequest(context, declinedBy)
  if (isBlank(reason)) throw new Refusal('reason.required')
  return fact('approval.declined', { kind, declinedBy, reason })
}

function openRequest({ state, actor }: ActContext, by: StaffId): NonNullable<ActContext['state']['pending']> {
  const { pending } = state
  if (pending === null) throw new Refusal('approval.none_open')
  if (actor !== SIGNERS[pending.kind].signs) throw new Refusal('case.forbidden')
  if (pending.requestedBy === by) throw new Refusal('approval.same_person')
  return pending
}

function checkProposal(context: ActContext, proposal: Proposal): void {
  checkAct(context, SIGNED_ACT[proposal.kind])
  if (proposal.kind === 'deny') checkDenial(context, proposal.reason, proposal.remedies)
  else if (isBlank(proposal.reason)) throw new Refusal('reason.required')
  if (proposal.kind === 'refuse' && isBlank(proposal.organ)) throw new Refusal('refusal.organ_missing')
  if (proposal.kind === 'extend') checkExtensionOf(context, proposal.days)
  if (proposal.kind === 'return') checkReturn(context)
  if (proposal.kind === 'supplement') checkSecondList(context, proposal.lines)
}

// A denial states its reasons and the remedies with their limits (C441).
function checkDenial(context: ActContext, reason: string, remedies: string): void {
  checkNothingDeferred(context)
  checkIsThere(context)
  checkNoSubtasks(context)
  if (isBlank(reason) || isBlank(remedies)) throw new Refusal('decision.reason_missing')
}

/** Refuses a decision while a promised material is still out, with the list (C205). */
export function checkNothingDeferred({ state }: ActContext): void {
  const open = state.materials.filter((material) => material.state === 'deferred')
  if (open.length > 0)
    throw new Refusal('case.deferred_open', { list: open.map(({ name }) => name).join('、') })
}
