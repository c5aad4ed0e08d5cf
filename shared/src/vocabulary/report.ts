import { CASE_REPORT_COLUMNS, CASE_REPORT_TABLES } from './case-report.ts'
import {
  LETTER_REPORT_COLUMNS,
  LETTER_REPORT_TABLE,
  RATING_REPORT_COLUMNS,
  RATING_REPORT_TABLES,
} from './rating-report.ts'

/** How long a report reaches: one day, Monday to Sunday, or a calendar month (Q70). */
export const REPORT_SPANS = ['day', 'week', 'month'] as const
export type ReportSpan = (typeof REPORT_SPANS)[number]

/** By what figures are told apart (Q70). */
export const DIMENSIONS = [
  'line',
  'topic',
  'class',
  'channel',
  'window',
  'hour',
  'weekday',
  'village',
  'day',
  'staff',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What can let somebody be served before another, or off the line (Q70). */
export const FAIRNESS_KINDS = ['pick', 'direct', 'early_miss', 'undo', 'reclass', 'protection'] as const
export type FairnessKind = (typeof FAIRNESS_KINDS)[number]

/** Why a quote is not scored (Q64). */
export const APART_FROM_SCORE = [
  'cancelled',
  'postponed',
  'transferred',
  'picked',
  'by_hand',
  'direct',
] as const
export type ApartFromScore = (typeof APART_FROM_SCORE)[number]

/** The tables of a report. The figures of single clerks are for supervisors alone (Q70). */
export const REPORT_TABLES = [
  'whole',
  ...DIMENSIONS,
  'quotes',
  'quotes_by_day',
  'quotes_apart',
  'fairness',
  'fairness_by_staff',
  'faults',
  ...CASE_REPORT_TABLES,
  ...RATING_REPORT_TABLES,
  LETTER_REPORT_TABLE,
] as const
export type ReportTableName = (typeof REPORT_TABLES)[number]

/** The columns that tables are made of; lengths are minutes, shares percent. */
export const REPORT_COLUMNS = [
  'issued',
  'served',
  'absent_share',
  'wait_n',
  'wait_mean',
  'wait_median',
  'wait_p90',
  'wait_over',
  'service_n',
  'service_mean',
  'service_median',
  'service_p90',
  'walk_mean',
  'stay_median',
  'duty_minutes',
  'paused_minutes',
  'utilisation',
  'quotes_n',
  'kept',
  'coverage',
  'bias',
  'mae',
  'rmse',
  'baseline_bias',
  'baseline_rmse',
  'count',
  'reasons',
  ...FAIRNESS_KINDS,
  'number',
  'what',
  'minutes',
  ...CASE_REPORT_COLUMNS,
  ...RATING_REPORT_COLUMNS,
  ...LETTER_REPORT_COLUMNS,
] as const
export type ReportColumn = (typeof REPORT_COLUMNS)[number]

/** The files that a table goes out as. */
export const REPORT_FORMATS = ['csv', 'xlsx', 'docx'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Fewer than this say nothing about a group: no bar, no rank (U37, Q69). */
export const FEW = 5
