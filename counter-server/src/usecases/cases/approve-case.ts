import { approve, declineApproval } from '../../domain/case/approval.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { makeNotice } from './request-supplement.ts'
import { staffIdOf } from './staff-id.ts'

/** The second signature, or its refusal with a reason; the limits are judged again now (C403). */
export function approveCase(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly isApproved: boolean; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'approve', asked, (scene) => {
    const by = staffIdOf(command.asker)
    if (!asked.isApproved) {
      recordFacts(scene, [declineApproval(scene.context, by, asked.reason)])
      return null
    }
    const signed = approve(scene.context, by)
    if (signed.type === 'supplement.requested') return makeNotice(scene, signed)
    recordFacts(scene, [signed], { text: requestedText(scene) })
    return null
  })
}

// What the handler wrote as the result becomes the text of the decision that is signed.
function requestedText({ events, context }: CaseScene): string | undefined {
  const { pending } = context.state
  if (pending?.kind !== 'deny') return undefined
  return events.find(({ id }) => id === pending.eventId)?.text ?? undefined
}
