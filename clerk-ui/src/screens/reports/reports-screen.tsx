import { Report } from '@counter/shared/contract/reports'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet, useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import '../supervise/supervise.css'
import { StaleLine } from '../unit/stale-line.tsx'
import '../unit/unit.css'
import { numberIn, tableOf } from './cells.ts'
import { ReportBlocks } from './report-blocks.tsx'
import { filtersOf, queryOf, type ReportFilters } from './report-filters.ts'
import { ReportHead } from './report-head.tsx'
import './reports.css'
import { ReportTabs } from './report-tabs.tsx'
import { type FoundReport, useReport } from './use-report.ts'

const MINUTE_MS = 60_000

/** The figures of a day, week or month, each as a picture and a table (Q70). */
export function ReportsScreen() {
  const t = useWords()
  const today = civilDate(useServerNow(MINUTE_MS))
  const filters = filtersOf(useSearch(), today)
  const [, go] = useLocation()
  const [attempt, setAttempt] = useState(0)
  const { span, day } = filters
  const found = useReport(`/api/reports?${new URLSearchParams({ span, day })}`, Report, attempt)
  const { report, refused } = found
  const net = useNet((now) => now.net)

  function change(part: Partial<ReportFilters>): void {
    go(`/reports${queryOf({ ...filters, ...part }, today)}`, { replace: true })
  }

  return (
    <div className="case-ui reports" data-screen="L-5" data-state={stateOf(found, net)}>
      <h1>{t('report.title')}</h1>
      <ReportTabs now="hall" />
      <StaleLine words="l1.stale" />
      <ReportHead filters={filters} today={today} onChange={change} />
      {report === null && refused === null && <SlowWords text="l1.loading" />}
      {refused !== null && (
        <>
          <RefusalLine refused={refused} />
          <p>
            <button type="button" onClick={() => setAttempt(attempt + 1)}>
              {t('report.again')}
            </button>
          </p>
        </>
      )}
      {report !== null && (
        <>
          <p className="l1-head" role="status">
            {report.from === report.to ? report.from : t('report.days', { from: report.from, to: report.to })}
            {' · '}
            {report.isFinished ? t('report.finished') : t('report.until', { time: civilTime(report.at) })}
          </p>
          {isEmpty(found) ? (
            <p role="status">{t('report.empty')}</p>
          ) : (
            <ReportBlocks report={report} by={filters.by} onBy={(by) => change({ by })} />
          )}
        </>
      )}
    </div>
  )
}

function isEmpty({ report }: FoundReport<Report>): boolean {
  if (report === null) return false
  const whole = tableOf(report, 'whole')
  return whole === undefined || (numberIn(whole, whole.rows[0], 'issued') ?? 0) === 0
}

function stateOf(found: FoundReport<Report>, net: string): string {
  if (found.report === null) return found.refused === null ? 'loading' : 'error'
  if (net === 'offline') return 'stale'
  if (found.refused !== null) return 'error'
  return isEmpty(found) ? 'empty' : 'normal'
}
