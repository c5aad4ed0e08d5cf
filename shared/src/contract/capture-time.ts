import { z } from 'zod'
import { CLOCK_CONFIDENCES } from '../vocabulary/agency.ts'
import { CaseIdField, CommandIdField, InstantField, textField, VersionField } from './fields.ts'

/** The time of a capture as the phone claimed it, and how the centre read it (V77, V78). */
export const CaptureClaim = z.object({
  claimedAt: InstantField,
  /** How far the clock of the phone was ahead of the centre's. */
  aheadMinutes: z.int(),
  confidence: z.enum(CLOCK_CONFIDENCES),
  /** 时间待核 */
  isUnsure: z.boolean(),
  /** Between these the supervisor may set it. */
  from: InstantField,
  to: InstantField,
})
export type CaptureClaim = z.infer<typeof CaptureClaim>

/** `POST /api/cases/:id/date-capture`: when the village took it, and why that is known (V78). */
export const DateCaptureBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField.optional(),
  at: InstantField,
  reason: textField(500, 1),
})

/** `GET /api/points/unsure-times`: 时间待核, the newest first (V78). */
export const UnsureTime = z.object({
  id: CaseIdField,
  number: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  villageName: z.string(),
  agent: z.string(),
  registeredAt: InstantField,
  receivedAt: InstantField,
})
export type UnsureTime = z.infer<typeof UnsureTime>
export const UnsureTimeList = z.object({ items: z.array(UnsureTime) })
export type UnsureTimeList = z.infer<typeof UnsureTimeList>
