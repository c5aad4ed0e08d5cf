import type { Parser } from '@counter/shared/client/commands'
import type { ReportTable } from '@counter/shared/contract/reports'
import type { ReportColumn, ReportTableName } from '@counter/shared/vocabulary/report'
import { type ReactNode, useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import '../supervise/supervise.css'
import { StaleLine } from '../unit/stale-line.tsx'
import '../unit/unit.css'
import { numberIn, tableOf } from './cells.ts'
import { ReportTabs } from './report-tabs.tsx'
import './reports.css'
import { useReport } from './use-report.ts'

interface ReportFrameProps<T extends { readonly tables: readonly ReportTable[] }> {
  readonly screen: 'L-5' | 'L-6'
  readonly tab: 'hall' | 'cases'
  readonly path: string
  readonly parser: Parser<T>
  /** What chooses the time. */
  readonly head: ReactNode
  /** The one row that says whether there was anything at all, and the counts in it. */
  readonly whole: { readonly table: ReportTableName; readonly columns: readonly ReportColumn[] }
  readonly empty: 'report.empty' | 'report.cases.empty'
  /** Of which time and made when. */
  readonly momentOf: (report: T) => string
  readonly children: (report: T) => ReactNode
}

/** A screen of figures in all its states: being made, refused, of nothing, older than the link, and made (U11, U39, R7). */
export function ReportFrame<T extends { readonly tables: readonly ReportTable[] }>({
  screen,
  tab,
  path,
  parser,
  head,
  whole,
  empty,
  momentOf,
  children,
}: ReportFrameProps<T>) {
  const t = useWords()
  const [attempt, setAttempt] = useState(0)
  const { report, refused } = useReport(path, parser, attempt)
  const net = useNet((now) => now.net)
  const isEmpty = report !== null && countOf(report, whole) === 0

  function stateNow(): string {
    if (report === null) return refused === null ? 'loading' : 'error'
    if (net === 'offline') return 'stale'
    if (refused !== null) return 'error'
    return isEmpty ? 'empty' : 'normal'
  }

  return (
    <div className="case-ui reports" data-screen={screen} data-state={stateNow()}>
      <h1>{t('report.title')}</h1>
      <ReportTabs now={tab} />
      <StaleLine words="l1.stale" />
      {head}
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
            {momentOf(report)}
          </p>
          {isEmpty ? <p role="status">{t(empty)}</p> : children(report)}
        </>
      )}
    </div>
  )
}

function countOf(
  report: { readonly tables: readonly ReportTable[] },
  { table: name, columns }: ReportFrameProps<never>['whole'],
): number {
  const table = tableOf(report, name)
  if (table === undefined) return 0
  return columns.reduce((sum, column) => sum + (numberIn(table, table.rows[0], column) ?? 0), 0)
}
