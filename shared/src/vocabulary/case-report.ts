/** The tables of a report of cases; that of single clerks is for supervisors alone (C202). */
export const CASE_REPORT_TABLES = [
  'cases_whole',
  'cases_unit',
  'cases_village',
  'cases_item',
  'cases_channel',
  'cases_month',
  'cases_staff',
] as const
export type CaseReportTable = (typeof CASE_REPORT_TABLES)[number]

/** The columns of cases: counts, percent, and working days. */
export const CASE_REPORT_COLUMNS = [
  'received',
  'accepted',
  'decided',
  'otherwise',
  'open',
  'overdue',
  'on_spot',
  'on_spot_share',
  'on_time',
  'on_time_share',
  'days_n',
  'days_mean',
  'paused',
  'third_party_days',
  'resident_days',
  'converted',
  'second_notices',
  'extended',
] as const
export type CaseReportColumn = (typeof CASE_REPORT_COLUMNS)[number]

/** Whether what ended is judged by the rules of its own time or by those of today (C605). */
export const JUDGED_BY = ['own_time', 'today'] as const
export type JudgedBy = (typeof JUDGED_BY)[number]

/** The row of a table by village for what came at the centre itself. */
export const AT_CENTRE = 'centre'

/** The longest time that one report of cases may span, in days: three years with a leap day. */
export const MOST_REPORT_DAYS = 1_096
