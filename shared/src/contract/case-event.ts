import { z } from 'zod'
import { CASE_EVENT_TYPES, CASE_STATUSES, CLOCK_KINDS } from '../vocabulary/case.ts'
import { InstantField, PlainDateField } from './fields.ts'

/** One line of the timeline. `text` is what was written by hand; personal data never is in it (P33). */
export const CaseEventView = z.object({
  id: z.string(),
  rev: z.int(),
  type: z.enum(CASE_EVENT_TYPES),
  occurredAt: InstantField,
  recordedAt: InstantField,
  by: z.string(),
  from: z.enum(CASE_STATUSES).nullable(),
  to: z.enum(CASE_STATUSES),
  text: z.string().nullable(),
  /** Why it was entered later than it happened (C306). */
  lateReason: z.string().nullable(),
  /** Taken back by a correction, so it no longer counts (C302). */
  isVoided: z.boolean(),
  /** The item before and the one after, where it was changed. */
  items: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Due dates that a calendar, a setting or another item moved; null where a clock had not started (C604). */
  moves: z
    .array(
      z.object({
        kind: z.enum(CLOCK_KINDS),
        from: PlainDateField.nullable(),
        to: PlainDateField.nullable(),
      }),
    )
    .optional(),
})
