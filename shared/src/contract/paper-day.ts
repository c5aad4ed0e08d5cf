import { z } from 'zod'
import { VISIT_OUTCOMES } from '../vocabulary/ticket.ts'
import { CommandIdField, InstantField, TopicKeyField, WindowField } from './fields.ts'

/** `POST /api/spare-sheets`: a sheet of spare numbers 备用 for a day without the system. */
export const SpareSheetBody = z.strictObject({
  commandId: CommandIdField,
  count: z.int().min(1).max(100),
})
export const SpareSheet = z.strictObject({
  first: z.int().positive(),
  last: z.int().positive(),
  printedAt: InstantField,
  by: z.string(),
})
export type SpareSheet = z.infer<typeof SpareSheet>
export const SpareSheets = z.strictObject({ items: z.array(SpareSheet), next: z.null() })

const TimeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One number served by hand, as the paper says (Q35). The times are today's, to the minute. */
export const PaperRow = z.strictObject({
  number: z.string().max(12),
  window: WindowField,
  topic: TopicKeyField,
  cls: z.enum(['ordinary', 'priority']),
  takenAt: TimeField,
  startedAt: TimeField,
  endedAt: TimeField,
  outcome: z.enum(VISIT_OUTCOMES),
})
export type PaperRow = z.infer<typeof PaperRow>
/** `POST /api/paper-days/enter`: all rows, or none and `paper.rows_wrong` with `rows` such as `2:times,5:number`. */
export const PaperDayBody = z.strictObject({
  commandId: CommandIdField,
  rows: z.array(PaperRow).min(1).max(100),
})
export const PaperDayAnswer = z.strictObject({ entered: z.int().positive() })
