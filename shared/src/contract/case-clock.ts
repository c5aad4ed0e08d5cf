import { z } from 'zod'
import { CHARGED_TO, CLOCK_KINDS, CLOCK_STATES, SEGMENT_REASONS } from '../vocabulary/case.ts'
import { InstantField, PlainDateField } from './fields.ts'

export const SegmentField = z.object({
  from: PlainDateField,
  to: PlainDateField,
  reason: z.enum(SEGMENT_REASONS),
  name: z.string().nullable(),
  counted: z.number(),
  chargedTo: z.enum(CHARGED_TO),
  eventId: z.string().nullable(),
})

/** What was added, moved or cut, and by which notices days are off (U9). */
export const DueReasonsField = z.object({
  extended: z.number(),
  nominalOn: PlainDateField.nullable(),
  isDeemed: z.boolean(),
  isCut: z.boolean(),
  notices: z.array(z.string()),
})

/** One clock with its day-by-day explanation (U9). */
export const ClockView = z.object({
  kind: z.enum(CLOCK_KINDS),
  state: z.enum(CLOCK_STATES),
  limit: z.object({ value: z.number(), unit: z.enum(['workday', 'day']) }),
  startedOn: PlainDateField,
  dueOn: PlainDateField,
  dueAt: InstantField.nullable(),
  yellowAt: InstantField.nullable(),
  used: z.number(),
  left: z.number(),
  overdue: z.number(),
  provisional: z.boolean(),
  segments: z.array(SegmentField),
  reasons: DueReasonsField,
})
export type ClockView = z.infer<typeof ClockView>
