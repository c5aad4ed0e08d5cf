import type { ApprovalKind, CaseAction } from '@counter/shared/vocabulary/case'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact, Proposal } from './event.ts'
import { approverOfExtension, checkExtensionOf } from './extension.ts'
import type { CaseActor } from './lifecycle.ts'

const ACTION_OF = { refuse: 'refuse', deny: 'decide', extend: 'extend' } as const satisfies Record<
  ApprovalKind,
  CaseAction
>

/** Who asks and who signs (C415, C424, C430). */
const SIGNERS = {
  refuse: { asks: 'clerk', signs: 'supervisor' },
  deny: { asks: 'handler', signs: 'supervisor' },
  extend: { asks: 'handler', signs: 'leader' },
} as const satisfies Record<ApprovalKind, { readonly asks: CaseActor; readonly signs: CaseActor }>

/** A request for a second signature: recorded, without effect until approved (C403). Refusals: those of the act itself. */
export function requestApproval(
  context: ActContext,
  proposal: Proposal,
  requestedBy: StaffId,
): CaseFact<'approval.requested'> {
  if (context.actor !== SIGNERS[proposal.kind].asks) throw new Refusal('case.forbidden')
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
): CaseFact<'case.refused' | 'case.decided' | 'case.extended'> {
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
  checkAct(context, ACTION_OF[proposal.kind])
  if (proposal.kind === 'deny') checkDenial(context, proposal.reason, proposal.remedies)
  else if (isBlank(proposal.reason)) throw new Refusal('reason.required')
  if (proposal.kind === 'refuse' && isBlank(proposal.organ)) throw new Refusal('refusal.organ_missing')
  if (proposal.kind === 'extend') checkExtensionOf(context, proposal.days)
}

// A denial states its reasons and the remedies with their limits (C441).
function checkDenial(context: ActContext, reason: string, remedies: string): void {
  checkNothingDeferred(context)
  if (isBlank(reason) || isBlank(remedies)) throw new Refusal('decision.reason_missing')
}

/** Refuses a decision while a promised material is still out, with the list (C205). */
export function checkNothingDeferred({ state }: ActContext): void {
  const open = state.materials.filter((material) => material.state === 'deferred')
  if (open.length > 0)
    throw new Refusal('case.deferred_open', { list: open.map(({ name }) => name).join('、') })
}
