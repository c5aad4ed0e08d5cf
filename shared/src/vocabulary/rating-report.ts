/** How content those are who rated a case, by the groups of the report of cases; for supervisors and leaders alone (U28, C1004). */
export const RATING_REPORT_TABLES = [
  'ratings_whole',
  'ratings_unit',
  'ratings_village',
  'ratings_item',
  'ratings_channel',
  'ratings_month',
] as const
export type RatingReportTable = (typeof RATING_REPORT_TABLES)[number]

/** The columns of ratings: counts of cases, and percent. */
export const RATING_REPORT_COLUMNS = [
  'ended',
  'rated',
  'rated_share',
  'level_1',
  'level_2',
  'level_3',
  'level_4',
  'level_5',
  'satisfied',
  'satisfied_share',
  'low',
] as const
export type RatingReportColumn = (typeof RATING_REPORT_COLUMNS)[number]

/** What letters, calls and visits were answered with, beside the cases (C1303). */
export const LETTER_REPORT_TABLE = 'letters'

/** What the table of letters has beside the columns that it shares with cases and ratings. */
export const LETTER_REPORT_COLUMNS = ['replied', 'dissatisfied'] as const
export type LetterReportColumn = (typeof LETTER_REPORT_COLUMNS)[number]
