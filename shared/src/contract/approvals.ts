import { z } from 'zod'
import { APPROVAL_KINDS } from '../vocabulary/case.ts'
import { ClockView } from './case-clock.ts'
import { CaseRow } from './case-row.ts'
import { InstantField, PlainDateField } from './fields.ts'

/** One request that waits for this person's signature, with what it rests on (C403). A leader's names nobody (P11). */
export const ApprovalRow = z.object({
  case: CaseRow,
  kind: z.enum(APPROVAL_KINDS),
  reason: z.string(),
  /** Days asked for; null unless it is an extension. */
  days: z.int().nullable(),
  requestedAt: InstantField,
  /** The promise as it stands, with the days it was counted from (U9). */
  clock: ClockView.nullable(),
  /** The day it would be due when signed now. */
  dueOnIfSigned: PlainDateField.nullable(),
})
export type ApprovalRow = z.infer<typeof ApprovalRow>

/** `GET /api/approvals`: what waits for this person's signature, the least time left first. */
export const ApprovalList = z.object({ items: z.array(ApprovalRow), next: z.null() })
