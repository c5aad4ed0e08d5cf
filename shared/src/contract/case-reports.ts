import { z } from 'zod'
import { CASE_REPORT_TABLES, JUDGED_BY, MOST_REPORT_DAYS } from '../vocabulary/case-report.ts'
import { daysBetween } from '../vocabulary/plain-date.ts'
import { LETTER_REPORT_TABLE, RATING_REPORT_TABLES } from '../vocabulary/rating-report.ts'
import { REPORT_FORMATS } from '../vocabulary/report.ts'
import type { PlainDate } from '../vocabulary/time.ts'
import { InstantField, PlainDateField, UnitCodeField } from './fields.ts'
import { ReportTable } from './reports.ts'

const period = {
  from: PlainDateField,
  to: PlainDateField,
  judged: z.enum(JUDGED_BY).default('own_time'),
}

function isPeriod({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): boolean {
  const days = daysBetween(from, to)
  return days >= 0 && days < MOST_REPORT_DAYS
}

const WRONG_PERIOD = { error: 'period', path: ['to'] }

/** `GET /api/reports/cases?from=2026-06-01&to=2026-06-30`: both days belong to it. */
export const CaseReportQuery = z.strictObject(period).refine(isPeriod, WRONG_PERIOD)

/** The figures of cases; a handler gets those of the own unit and no ratings, a leader none of single clerks (C202, Q70, U28). */
export const CaseReport = z.object({
  at: InstantField,
  from: PlainDateField,
  to: PlainDateField,
  /** The last day is over. */
  isFinished: z.boolean(),
  judged: z.enum(JUDGED_BY),
  /** The one unit it is of, or null for the whole centre. */
  unit: UnitCodeField.nullable(),
  tables: z.array(ReportTable),
})
export type CaseReport = z.infer<typeof CaseReport>

/** `POST /api/reports/cases/export`: one table as a file; leaves an audit row (P36). */
export const CaseExportBody = z
  .strictObject({
    ...period,
    table: z.enum([...CASE_REPORT_TABLES, ...RATING_REPORT_TABLES, LETTER_REPORT_TABLE]),
    format: z.enum(REPORT_FORMATS),
    /** For anybody to read: small counts are hidden (U39). */
    isPublic: z.boolean().default(false),
    language: z.enum(['zh', 'en']).default('zh'),
  })
  .refine(isPeriod, WRONG_PERIOD)

/** `GET /api/supervise/on-time`: decided in time this month, by unit and by village, and in six months (L-1 c). */
export const OnTimeNow = z.object({
  at: InstantField,
  /** The month; its files are those of the report of cases. */
  from: PlainDateField,
  to: PlainDateField,
  target: z.int(),
  tables: z.array(ReportTable),
})
export type OnTimeNow = z.infer<typeof OnTimeNow>
