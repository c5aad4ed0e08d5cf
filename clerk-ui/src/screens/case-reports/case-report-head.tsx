import { JUDGED_WORDS } from '@counter/shared/text/case-report-words'
import { JUDGED_BY } from '@counter/shared/vocabulary/case-report'
import { isPlainDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useId } from 'react'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { PickField } from '../reports/pick-field.tsx'
import { CASE_SPANS, type CaseReportFilters, neighbour, withSpan } from './case-report-filters.ts'

interface CaseReportHeadProps {
  readonly filters: CaseReportFilters
  readonly today: PlainDate
  readonly onChange: (filters: CaseReportFilters) => void
}

/** Month, quarter, year or two days of one's own; which one; by which rules; print. */
export function CaseReportHead({ filters, today, onChange }: CaseReportHeadProps) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <section className="filters" aria-label={t('report.filters')}>
      <fieldset className="switch">
        <legend className="visually-hidden">{t('report.cases.span')}</legend>
        {CASE_SPANS.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={span === filters.span}
            onClick={() => onChange(withSpan(filters, span))}
          >
            {t(`report.cases.span.${span}`)}
          </button>
        ))}
      </fieldset>
      {filters.span === 'free' ? <OwnDays filters={filters} today={today} onChange={onChange} /> : null}
      {filters.span !== 'free' &&
        ([-1, 1] as const).map((step) => {
          const next = neighbour(filters, step, today)
          return (
            <button
              key={step}
              type="button"
              aria-disabled={next === null}
              onClick={() => next !== null && onChange(withSpan({ ...filters, from: next }, filters.span))}
            >
              {t(step === -1 ? 'report.before' : 'report.after')}
            </button>
          )
        })}
      <PickField
        label={t('report.cases.judged')}
        value={filters.judged}
        choices={JUDGED_BY}
        wordOf={(each) => JUDGED_WORDS[each][language]}
        onPick={(judged) => onChange({ ...filters, judged })}
      />
      <button type="button" onClick={() => window.print()}>
        {t('report.print')}
      </button>
    </section>
  )
}

function OwnDays({ filters, today, onChange }: CaseReportHeadProps) {
  const t = useWords()
  const id = useId()
  return (['from', 'to'] as const).map((end) => (
    <span key={end}>
      <label htmlFor={`${id}${end}`}>{t(`report.cases.${end}`)}</label>{' '}
      <input
        id={`${id}${end}`}
        type="date"
        min={end === 'to' ? filters.from : undefined}
        max={end === 'from' ? today : undefined}
        value={filters[end]}
        onChange={({ target: { value } }) =>
          isPlainDate(value) && value >= '2000' && onChange({ ...filters, [end]: value })
        }
      />
    </span>
  ))
}
