import type { Report } from '@counter/shared/contract/reports'
import { COLUMN_WORDS } from '@counter/shared/text/report-words'
import type { ReportColumn } from '@counter/shared/vocabulary/report'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { numberIn, tableOf } from './cells.ts'

const FACTS = [
  'issued',
  'served',
  'absent_share',
  'wait_mean',
  'wait_p90',
  'wait_over',
] as const satisfies ReportColumn[]

/** Six numbers of the whole span. */
export function ReportFacts({ report }: { readonly report: Report }) {
  const t = useWords()
  const language = useDayLanguage()
  const whole = tableOf(report, 'whole')
  if (whole === undefined) return null
  return (
    <dl className="facts" aria-label={t('report.facts', { n: report.targetMinutes })}>
      {FACTS.map((column) => (
        <div key={column} className="card" data-testid={`report.fact.${column}`}>
          <dt>{COLUMN_WORDS[column][language]}</dt>
          <dd>{inWords(t, column, numberIn(whole, whole.rows[0], column))}</dd>
        </div>
      ))}
    </dl>
  )
}

function inWords(t: Words, column: ReportColumn, value: number | null): string {
  if (value === null) return t('report.none')
  return column.startsWith('wait_') && column !== 'wait_over' ? t('l1.minutes', { n: value }) : String(value)
}
