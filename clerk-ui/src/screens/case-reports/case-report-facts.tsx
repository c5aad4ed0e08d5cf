import type { CaseReport } from '@counter/shared/contract/case-reports'
import { CASE_COLUMN_WORDS } from '@counter/shared/text/case-report-words'
import type { CaseReportColumn } from '@counter/shared/vocabulary/case-report'
import { FEW } from '@counter/shared/vocabulary/report'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { numberIn, tableOf } from '../reports/cells.ts'

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
              ? onTimeWords(t, of('on_time'), of('decided'))
              : (of(column) ?? t('report.none'))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** 「96%（48/50）」; few cases get no percentage (U37). */
export function onTimeWords(t: Words, n: number | null, of: number | null): string {
  if (n === null || of === null || of === 0) return t('report.none')
  if (of < FEW) return t('l1.fewCases', { n, of })
  return t('l1.onTimeShare', { percent: Math.round((n / of) * 1000) / 10, n, of })
}
