import { z } from 'zod'
import { RETENTION_CLASSES, RETENTION_STATES } from '../vocabulary/retention.ts'
import { CommandIdField, InstantField } from './fields.ts'

const Lines = z.array(z.object({ kind: z.enum(RETENTION_CLASSES), before: InstantField, count: z.int() }))

/** `GET /api/retention`: what is older than its time, by class, and who has had it removed (C1501). Counts only. */
export const RetentionView = z.object({
  lines: Lines,
  runs: z.array(
    z.object({
      id: z.string(),
      state: z.enum(RETENTION_STATES),
      lines: Lines,
      enteredBy: z.string(),
      enteredAt: InstantField,
      settledBy: z.string().nullable(),
      settledAt: InstantField.nullable(),
    }),
  ),
})
export type RetentionView = z.infer<typeof RetentionView>

/** `POST /api/retention` and `/api/retention/:id/{run,withdraw}`: asked for by one person, run by another. */
export const RetentionBody = z.strictObject({ commandId: CommandIdField })
