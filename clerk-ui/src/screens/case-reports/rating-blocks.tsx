import type { CaseReport } from '@counter/shared/contract/case-reports'
import { LEVEL_WORDS } from '@counter/shared/text/rating-words'
import { RATING_LEVELS } from '@counter/shared/vocabulary/rating'
import { FEW } from '@counter/shared/vocabulary/report'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { numberIn, tableOf } from '../reports/cells.ts'
import type { ReportFiles } from '../reports/export-buttons.tsx'
import { FigureBlock } from '../reports/figure-block.tsx'
import { LevelBar } from '../supervise/level-bar.tsx'
import type { CaseGroup } from './case-report-filters.ts'
import { leastSatisfied, shareWords } from './share-words.ts'

interface RatingBlockProps {
  readonly report: CaseReport
  readonly files: ReportFiles
}

/** How content those are who rated: one bar of the five levels, and how many rated at all (U37, C1003). */
export function RatingsOfAll({ report, files }: RatingBlockProps) {
  const t = useWords()
  const language = useDayLanguage()
  const table = tableOf(report, 'ratings_whole')
  if (table === undefined) return null
  const of = (column: (typeof table.columns)[number]) => numberIn(table, table.rows[0], column) ?? 0
  const [ended, rated, low] = [of('ended'), of('rated'), of('low')]
  const caption =
    rated === 0
      ? t('report.ratings.none', { ended })
      : t('report.ratings.whole', {
          ended,
          rated: shareWords(t, rated, ended),
          satisfied: shareWords(t, of('satisfied'), rated),
          low,
        })
  const lines = RATING_LEVELS.map((level) => ({
    name: LEVEL_WORDS[level][language],
    n: of(`level_${level}`),
  }))
  return (
    <FigureBlock report={report} files={files} table="ratings_whole" caption={caption} bars={null}>
      {rated >= FEW && <LevelBar title={t('l1.ratings')} lines={lines} />}
    </FigureBlock>
  )
}

/** Where people are least content, by the same groups as the promises (C707, U37). */
export function RatingGroup({ report, files, by }: RatingBlockProps & { readonly by: CaseGroup | 'month' }) {
  const t = useWords()
  const language = useDayLanguage()
  const table = `ratings_${by}` as const
  return (
    <FigureBlock
      report={report}
      files={files}
      table={table}
      caption={leastSatisfied(t, tableOf(report, table), language)}
      bars={{
        column: 'satisfied_share',
        counted: 'rated',
        part: 'satisfied',
        title: t('report.ratings.bars'),
        isUpright: by === 'month',
      }}
    />
  )
}

/** Letters, calls and visits that were answered, and whether those who wrote are content (C1303). */
export function LetterBlock({ report, files }: RatingBlockProps) {
  const t = useWords()
  const table = tableOf(report, 'letters')
  if (table === undefined) return null
  const all = table.rows.find(({ key }) => key === 'all')
  const of = (column: (typeof table.columns)[number]) => numberIn(table, all, column) ?? 0
  const [n, satisfied] = [of('replied'), of('satisfied')]
  const caption =
    n === 0
      ? t('report.letters.none')
      : t('report.letters', {
          n,
          onTime: shareWords(t, of('on_time'), n),
          satisfied: shareWords(t, satisfied, satisfied + of('dissatisfied')),
        })
  return (
    <FigureBlock
      report={report}
      files={files}
      table="letters"
      caption={caption}
      bars={{
        column: 'on_time_share',
        counted: 'replied',
        part: 'on_time',
        title: t('report.cases.bars'),
        isUpright: false,
      }}
    />
  )
}
