import type { CaseReport } from '@counter/shared/contract/case-reports'
import { CASE_COLUMN_WORDS } from '@counter/shared/text/case-report-words'
import type { CaseReportColumn } from '@counter/shared/vocabulary/case-report'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { numberIn, tableOf } from '../reports/cells.ts'
import { shareWords } from './share-words.ts'

const FACTS = [
  'received',
  'decided',
  'on_time',
  'days_mean',
  'open',
  'overdue',
] as const satisfies CaseReportColumn[]

/** Six numbers of the whole period. */
export function CaseReportFacts({ report }: { readonly report: CaseReport }) {
  const t = useWords()
  const language = useDayLanguage()
  const whole = tableOf(report, 'cases_whole')
  const of = (column: CaseReportColumn) =>
    whole === undefined ? null : numberIn(whole, whole.rows[0], column)
  return (
    <dl className="facts" aria-label={t('report.cases.facts')}>
      {FACTS.map((column) => (
        <div key={column} className="card" data-testid={`report.fact.${column}`}>
          <dt>{CASE_COLUMN_WORDS[column][language]}</dt>
          <dd>
            {column === 'on_time'
              ? shareWords(t, of('on_time'), of('decided'))
              : (of(column) ?? t('report.none'))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
