import { Report } from '@counter/shared/contract/reports'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import { useLocation, useSearch } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { ReportBlocks } from './report-blocks.tsx'
import { filtersOf, queryOf, type ReportFilters } from './report-filters.ts'
import { ReportFrame } from './report-frame.tsx'
import { ReportHead } from './report-head.tsx'

const MINUTE_MS = 60_000
const WHOLE = { table: 'whole', columns: ['issued'] } as const

/** The figures of a day, week or month, each as a picture and a table (Q70). */
export function ReportsScreen() {
  const t = useWords()
  const today = civilDate(useServerNow(MINUTE_MS))
  const filters = filtersOf(useSearch(), today)
  const [, go] = useLocation()
  const { span, day, by } = filters

  function change(part: Partial<ReportFilters>): void {
    go(`/reports${queryOf({ ...filters, ...part }, today)}`, { replace: true })
  }

  function momentOf({ from, to, isFinished, at }: Report): string {
    const days = from === to ? from : t('report.days', { from, to })
    return `${days} · ${isFinished ? t('report.finished') : t('report.until', { time: civilTime(at) })}`
  }

  return (
    <ReportFrame
      screen="L-5"
      tab="hall"
      path={`/api/reports?${new URLSearchParams({ span, day })}`}
      parser={Report}
      head={<ReportHead filters={filters} today={today} onChange={change} />}
      whole={WHOLE}
      empty="report.empty"
      momentOf={momentOf}
    >
      {(report) => <ReportBlocks report={report} by={by} onBy={(next) => change({ by: next })} />}
    </ReportFrame>
  )
}
