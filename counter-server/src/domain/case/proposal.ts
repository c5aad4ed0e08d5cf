import type { ApprovalKind } from '@counter/shared/vocabulary/case'
import type { SupplementLine } from './material-mark.ts'

/** What is asked of the second person; the limits are checked again at the approval (C403). */
export type Proposal =
  | { readonly kind: Extract<ApprovalKind, 'refuse'>; readonly reason: string; readonly organ: string }
  | { readonly kind: Extract<ApprovalKind, 'deny'>; readonly reason: string; readonly remedies: string }
  | { readonly kind: Extract<ApprovalKind, 'extend'>; readonly reason: string; readonly days: number }
  | { readonly kind: Extract<ApprovalKind, 'return'>; readonly reason: string }
  | {
      readonly kind: Extract<ApprovalKind, 'supplement'>
      readonly reason: string
      readonly lines: readonly SupplementLine[]
    }
