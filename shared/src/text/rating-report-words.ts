import type { LetterChannel } from '../vocabulary/letter.ts'
import { CHANNEL_WORDS } from '../vocabulary/letter-words.ts'
import type {
  LETTER_REPORT_TABLE,
  LetterReportColumn,
  RatingReportColumn,
  RatingReportTable,
} from '../vocabulary/rating-report.ts'
import { CASE_KEY_WORDS } from './case-report-words.ts'
import { COUNT_WORDS } from './letter-words.ts'
import { LEVEL_WORDS } from './rating-words.ts'
import type { Sentence } from './sentence.ts'

/** The heading of each table of ratings and of letters in the report of cases. */
export const RATING_TABLE_WORDS = {
  ratings_whole: { zh: '满意度合计', en: 'Ratings of all cases' },
  ratings_unit: { zh: '满意度按单位', en: 'Ratings by unit' },
  ratings_village: { zh: '满意度按村', en: 'Ratings by village' },
  ratings_item: { zh: '满意度按事项', en: 'Ratings by item' },
  ratings_channel: { zh: '满意度按渠道', en: 'Ratings by channel' },
  ratings_month: { zh: '满意度按月', en: 'Ratings by month' },
  letters: { zh: '信件和来访按渠道', en: 'Letters, calls and visits by channel' },
} as const satisfies Record<RatingReportTable | typeof LETTER_REPORT_TABLE, Sentence>

/** The heading of each of their columns. */
export const RATING_COLUMN_WORDS = {
  ended: { zh: '结束的办件', en: 'Cases ended' },
  rated: { zh: '已评价', en: 'Rated' },
  rated_share: { zh: '评价 %', en: 'Rated %' },
  level_1: LEVEL_WORDS[1],
  level_2: LEVEL_WORDS[2],
  level_3: LEVEL_WORDS[3],
  level_4: LEVEL_WORDS[4],
  level_5: LEVEL_WORDS[5],
  satisfied: { zh: '满意合计', en: 'Satisfied in all' },
  satisfied_share: { zh: '满意 %', en: 'Satisfied %' },
  low: { zh: '差评', en: 'Low ratings' },
  replied: COUNT_WORDS.replied,
  dissatisfied: COUNT_WORDS.dissatisfied,
} as const satisfies Record<RatingReportColumn | LetterReportColumn, Sentence>

/** The words of rows that have no name of their own. */
export const RATING_KEY_WORDS = {
  ratings_whole: CASE_KEY_WORDS.cases_whole,
  ratings_village: CASE_KEY_WORDS.cases_village,
  ratings_channel: CASE_KEY_WORDS.cases_channel,
  letters: { ...CHANNEL_WORDS, mailboxes: COUNT_WORDS.mailboxes, all: COUNT_WORDS.all } satisfies Record<
    LetterChannel | 'mailboxes' | 'all',
    Sentence
  >,
} as const
