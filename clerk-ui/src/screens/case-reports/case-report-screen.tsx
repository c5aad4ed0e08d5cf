import { CaseReport } from '@counter/shared/contract/case-reports'
import { JUDGED_WORDS } from '@counter/shared/text/case-report-words'
import { civilDate, civilTime, daysBetween } from '@counter/shared/vocabulary/plain-date'
import { useLocation, useSearch } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ReportFrame } from '../reports/report-frame.tsx'
import { CaseReportBlocks } from './case-report-blocks.tsx'
import { type CaseReportFilters, filtersOf, queryOf } from './case-report-filters.ts'
import { CaseReportHead } from './case-report-head.tsx'

const MINUTE_MS = 60_000
const WHOLE = { table: 'cases_whole', columns: ['received', 'decided', 'open'] } as const

/** L-6: the figures of cases of a month, quarter, year or two days, each as a picture and a table (C707, K46). */
export function CaseReportScreen() {
  const t = useWords()
  const language = useDayLanguage()
  const today = civilDate(useServerNow(MINUTE_MS))
  const filters = filtersOf(useSearch(), today)
  const [, go] = useLocation()
  const { from, to, judged, by } = filters

  function change(next: CaseReportFilters): void {
    go(`/reports/cases${queryOf(next, today)}`, { replace: true })
  }

  // An unfinished time says how long it lasts yet (U39).
  function momentOf({ from, to, at, isFinished, judged }: CaseReport): string {
    return [
      from === to ? from : t('report.days', { from, to }),
      t('report.cases.made', { day: civilDate(at), time: civilTime(at) }),
      isFinished
        ? t('report.finished')
        : t('report.cases.daysLeft', { n: daysBetween(civilDate(at), to) + 1 }),
      JUDGED_WORDS[judged][language],
    ].join(' · ')
  }

  return (
    <ReportFrame
      screen="L-6"
      tab="cases"
      path={`/api/reports/cases?${new URLSearchParams({ from, to, judged })}`}
      parser={CaseReport}
      head={<CaseReportHead filters={filters} today={today} onChange={change} />}
      whole={WHOLE}
      empty="report.cases.empty"
      momentOf={momentOf}
    >
      {(report) => (
        <CaseReportBlocks report={report} by={by} onBy={(next) => change({ ...filters, by: next })} />
      )}
    </ReportFrame>
  )
}
