import type { CaseDetail } from '@counter/shared/contract/cases'
import type { ApprovalKind, CaseAction } from '@counter/shared/vocabulary/case'
import { ACT_FORMS, type FormAction } from './act-forms.ts'

/** The acts this page has a form for, plain or with a list of materials. */
export type ShownAction = FormAction | 'request_supplement' | 'ask_papers' | 'hand_in' | 'add_note'

/** The acts with a list of materials, which have forms of their own. */
const LISTED = [
  'request_supplement',
  'ask_papers',
  'hand_in',
  'add_note',
] as const satisfies readonly CaseAction[]

/** True when this page has a form for the act. */
export function isShown(action: CaseAction): action is ShownAction {
  return action in ACT_FORMS || LISTED.some((listed) => listed === action)
}

/** The act that a pending request would do when it is signed (C403). */
const SIGNED = {
  refuse: 'refuse',
  deny: 'decide',
  extend: 'extend',
  return: 'return_case',
  supplement: 'request_supplement',
} as const satisfies Record<ApprovalKind, CaseAction>

/** True when this person may sign the pending request; a signer asks for nothing himself (C403). */
export function maySign(detail: CaseDetail, role: string): boolean {
  const isSigner = role === 'supervisor' || role === 'leader'
  return isSigner && detail.approval !== null && detail.actions.includes(SIGNED[detail.approval.kind])
}

/** The acts to offer, in the server's order. What a signer may only sign is no button of his own. */
export function offeredActs(detail: CaseDetail, role: string): readonly ShownAction[] {
  const isSigner = role === 'supervisor' || role === 'leader'
  const signedOnly: readonly CaseAction[] = Object.values(SIGNED)
  return detail.actions.filter(isShown).filter((action) => !(isSigner && signedOnly.includes(action)))
}
