import { z } from 'zod'
import { InstantField } from './fields.ts'

/** One change of a window, a person or a rule, as the journal keeps it: who, when, why, from what to what (U40). */
export const HistoryLine = z.strictObject({
  seq: z.int().positive(),
  at: InstantField,
  type: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  changes: z.array(
    z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
})
export type HistoryLine = z.infer<typeof HistoryLine>
/** `GET /api/windows/:window/history` and its like, newest first. */
export const History = z.strictObject({ items: z.array(HistoryLine), next: z.string().nullable() })
export type History = z.infer<typeof History>
