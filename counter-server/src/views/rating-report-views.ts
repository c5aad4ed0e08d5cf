import type { ReportTable } from '@counter/shared/contract/reports'
import {
  LETTER_REPORT_TABLE,
  RATING_REPORT_COLUMNS,
  type RatingReportColumn,
  type RatingReportTable,
} from '@counter/shared/vocabulary/rating-report'
import type { RatingFigures } from '../domain/statistics/rating-figures.ts'
import { percent } from '../domain/statistics/summary.ts'
import type { CaseReportFacts } from '../usecases/reports/read-case-report.ts'
import { shareOf } from './report-shares.ts'

type Cell = ReportTable['rows'][number]['cells'][number]

/** How content those are who rated, and whose letters were answered: for whoever handles no case (U28, C1303). */
export function toRatingTables({ ratings, letters, names }: CaseReportFacts): ReportTable[] {
  return [
    ratingTable('ratings_whole', [ratings.whole]),
    ratingTable('ratings_unit', ratings.unit, names.unit),
    ratingTable('ratings_village', ratings.village, names.village),
    ratingTable('ratings_item', ratings.item, names.item),
    ratingTable('ratings_channel', ratings.channel),
    ratingTable('ratings_month', ratings.month),
    letterTable(letters),
  ]
}

const CELLS: { readonly [Column in RatingReportColumn]: (figures: RatingFigures) => Cell } = {
  ended: ({ ended }) => ended,
  rated: ({ rated }) => rated,
  rated_share: ({ ratedShare, ended }) => shareOf(ratedShare, ended),
  level_1: ({ levels }) => levels[1],
  level_2: ({ levels }) => levels[2],
  level_3: ({ levels }) => levels[3],
  level_4: ({ levels }) => levels[4],
  level_5: ({ levels }) => levels[5],
  satisfied: ({ satisfied }) => satisfied,
  satisfied_share: ({ satisfiedShare, rated }) => shareOf(satisfiedShare, rated),
  low: ({ low }) => low,
}
const COLUMNS = [...RATING_REPORT_COLUMNS]

function ratingTable(
  name: RatingReportTable,
  groups: readonly RatingFigures[],
  names?: ReadonlyMap<string, string>,
): ReportTable {
  return {
    name,
    columns: COLUMNS,
    rows: groups.map((figures) => ({
      key: figures.key,
      name: names?.get(figures.key) ?? null,
      cells: COLUMNS.map((column) => CELLS[column](figures)),
    })),
  }
}

// Of those who said so: whoever said nothing is neither content nor not.
function letterTable({ channels, mailboxes, all }: CaseReportFacts['letters']): ReportTable {
  const row = (key: string, figures: CaseReportFacts['letters']['all']) => {
    const { received, replied, onTime, satisfied, dissatisfied } = figures
    const said = satisfied + dissatisfied
    return {
      key,
      name: null,
      cells: [
        received,
        replied,
        onTime,
        shareOf(percent(onTime, replied), replied),
        satisfied,
        dissatisfied,
        shareOf(percent(satisfied, said), said),
      ],
    }
  }
  return {
    name: LETTER_REPORT_TABLE,
    columns: [
      'received',
      'replied',
      'on_time',
      'on_time_share',
      'satisfied',
      'dissatisfied',
      'satisfied_share',
    ],
    rows: [
      ...channels.map(({ channel, ...figures }) => row(channel, figures)),
      row('mailboxes', mailboxes),
      row('all', all),
    ],
  }
}
