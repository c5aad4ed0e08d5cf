import { z } from 'zod'
import { REPORT_COLUMNS, REPORT_FORMATS, REPORT_SPANS, REPORT_TABLES } from '../vocabulary/report.ts'
import { InstantField, PlainDateField } from './fields.ts'

/** `GET /api/reports?span=month&day=2026-06-12`: the span that holds the day (Q70). */
export const ReportQuery = z.strictObject({
  span: z.enum(REPORT_SPANS).default('day'),
  day: PlainDateField.optional(),
})

/** A table of figures. The picture beside it and the exported file are made of the same cells. */
export const ReportTable = z.object({
  name: z.enum(REPORT_TABLES),
  columns: z.array(z.enum(REPORT_COLUMNS)),
  rows: z.array(
    z.object({
      /** A word of the vocabulary, a day, an hour or a number of a window. */
      key: z.string(),
      /** The name that the centre gave it; null where the screen has the word. */
      name: z.string().nullable(),
      cells: z.array(z.union([z.number(), z.string(), z.null()])),
    }),
  ),
})
export type ReportTable = z.infer<typeof ReportTable>

const Goal = z.boolean().nullable()

export const Report = z.object({
  at: InstantField,
  span: z.enum(REPORT_SPANS),
  from: PlainDateField,
  to: PlainDateField,
  /** The last day of the span is over. */
  isFinished: z.boolean(),
  targetMinutes: z.int(),
  tables: z.array(ReportTable),
  /** Whether what was told kept its goals; null without figures (Q64). */
  goals: z.object({ kept: Goal, bias: Goal, rmse: Goal }),
  keptAlarm: z.boolean(),
})
export type Report = z.infer<typeof Report>

/** `POST /api/reports/export`: one table as a file; leaves an audit row (P36). */
export const ExportBody = z.strictObject({
  span: z.enum(REPORT_SPANS),
  day: PlainDateField,
  table: z.enum(REPORT_TABLES),
  format: z.enum(REPORT_FORMATS),
  language: z.enum(['zh', 'en']).default('zh'),
})

/** `GET /api/supervise/hall`: how full the hall is by the hour, and whether what was told is kept (L-1 a, h). */
export const HallToday = z.object({
  at: InstantField,
  /** The most who waited at once; `usual` is the mean of past days, null without any. */
  hours: z.array(z.object({ hour: z.string(), today: z.int(), usual: z.number().nullable() })),
  usualDays: z.int(),
  quotes: ReportTable,
  keptAlarm: z.boolean(),
  /** The last day whose rows were not what their events say (Q67). */
  recordProblem: z.object({ day: PlainDateField, differences: z.int() }).nullable(),
})
export type HallToday = z.infer<typeof HallToday>
