import { CaseReport } from '@counter/shared/contract/case-reports'
import { JUDGED_WORDS } from '@counter/shared/text/case-report-words'
import { civilDate, civilTime, daysBetween } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet, useServerNow } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { numberIn, tableOf } from '../reports/cells.ts'
import { ReportTabs } from '../reports/report-tabs.tsx'
import '../reports/reports.css'
import { type FoundReport, useReport } from '../reports/use-report.ts'
import '../supervise/supervise.css'
import { StaleLine } from '../unit/stale-line.tsx'
import '../unit/unit.css'
import { CaseReportBlocks } from './case-report-blocks.tsx'
import { type CaseReportFilters, filtersOf, queryOf } from './case-report-filters.ts'
import { CaseReportHead } from './case-report-head.tsx'

const MINUTE_MS = 60_000

/** L-6: the figures of cases of a month, quarter, year or two days, each as a picture and a table (C707, K46). */
export function CaseReportScreen() {
  const t = useWords()
  const today = civilDate(useServerNow(MINUTE_MS))
  const filters = filtersOf(useSearch(), today)
  const [, go] = useLocation()
  const [attempt, setAttempt] = useState(0)
  const { from, to, judged } = filters
  const found = useReport(
    `/api/reports/cases?${new URLSearchParams({ from, to, judged })}`,
    CaseReport,
    attempt,
  )
  const { report, refused } = found
  const net = useNet((now) => now.net)

  function change(next: CaseReportFilters): void {
    go(`/reports/cases${queryOf(next, today)}`, { replace: true })
  }

  return (
    <div className="case-ui reports" data-screen="L-6" data-state={stateOf(found, net)}>
      <h1>{t('report.title')}</h1>
      <ReportTabs now="cases" />
      <StaleLine words="l1.stale" />
      <CaseReportHead filters={filters} today={today} onChange={change} />
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
            <Moment report={report} />
          </p>
          {isEmpty(report) ? (
            <p role="status">{t('report.cases.empty')}</p>
          ) : (
            <CaseReportBlocks report={report} by={filters.by} onBy={(by) => change({ ...filters, by })} />
          )}
        </>
      )}
    </div>
  )
}

/** Of which time, made when, by which rules; an unfinished one says how long it lasts yet (U39). */
function Moment({ report: { from, to, at, isFinished, judged } }: { readonly report: CaseReport }) {
  const t = useWords()
  const language = useDayLanguage()
  return [
    from === to ? from : t('report.days', { from, to }),
    t('report.cases.made', { day: civilDate(at), time: civilTime(at) }),
    isFinished ? t('report.finished') : t('report.cases.daysLeft', { n: daysBetween(civilDate(at), to) + 1 }),
    JUDGED_WORDS[judged][language],
  ].join(' · ')
}

function isEmpty(report: CaseReport): boolean {
  const whole = tableOf(report, 'cases_whole')
  const of = (column: 'received' | 'decided' | 'open') =>
    (whole === undefined ? null : numberIn(whole, whole.rows[0], column)) ?? 0
  return of('received') + of('decided') + of('open') === 0
}

function stateOf({ report, refused }: FoundReport<CaseReport>, net: string): string {
  if (report === null) return refused === null ? 'loading' : 'error'
  if (net === 'offline') return 'stale'
  if (refused !== null) return 'error'
  return isEmpty(report) ? 'empty' : 'normal'
}
