import { isPlainDate } from '@counter/shared/vocabulary/plain-date'
import { REPORT_SPANS } from '@counter/shared/vocabulary/report'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useId } from 'react'
import { useWords } from '../../text/words.ts'
import { neighbour, type ReportFilters } from './report-filters.ts'

interface ReportHeadProps {
  readonly filters: ReportFilters
  readonly today: PlainDate
  readonly onChange: (change: Partial<ReportFilters>) => void
}

/** Day, week or month; which one; print. */
export function ReportHead({ filters, today, onChange }: ReportHeadProps) {
  const t = useWords()
  const id = useId()
  const next = neighbour(filters, 1, today)
  return (
    <section className="filters" aria-label={t('report.filters')}>
      <fieldset className="switch">
        <legend className="visually-hidden">{t('report.span')}</legend>
        {REPORT_SPANS.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={span === filters.span}
            onClick={() => onChange({ span })}
          >
            {t(`report.span.${span}`)}
          </button>
        ))}
      </fieldset>
      <button type="button" onClick={() => onChange({ day: neighbour(filters, -1, today) })}>
        {t('report.before')}
      </button>
      <span>
        <label htmlFor={id}>{t('report.day')}</label>{' '}
        <input
          id={id}
          type="date"
          max={today}
          value={filters.day}
          onChange={({ target: { value } }) =>
            isPlainDate(value) && value <= today && onChange({ day: value })
          }
        />
      </span>
      <button
        type="button"
        aria-disabled={next === filters.day}
        onClick={() => next !== filters.day && onChange({ day: next })}
      >
        {t('report.after')}
      </button>
      <button type="button" onClick={() => window.print()}>
        {t('report.print')}
      </button>
    </section>
  )
}
