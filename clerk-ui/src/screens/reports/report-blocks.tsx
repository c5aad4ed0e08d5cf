import type { Report } from '@counter/shared/contract/reports'
import { rowWords, TABLE_WORDS } from '@counter/shared/text/report-words'
import {
  DIMENSIONS,
  type Dimension,
  type ReportColumn,
  type ReportTableName,
} from '@counter/shared/vocabulary/report'
import { useId } from 'react'
import { PartGuard } from '../../components/part-guard.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { highest, numberIn, tableOf } from './cells.ts'
import { FigureBlock } from './figure-block.tsx'
import { GoalList } from './goal-list.tsx'
import { ReportFacts } from './report-facts.tsx'

interface ReportBlocksProps {
  readonly report: Report
  readonly by: Dimension
  readonly onBy: (by: Dimension) => void
}

const SHOWN_ANYWAY: readonly Dimension[] = ['hour', 'window', 'topic', 'day']

/** The blocks of a report; one that fails leaves the others (U11). */
export function ReportBlocks({ report, by, onBy }: ReportBlocksProps) {
  const t = useWords()
  const language = useDayLanguage()
  const longest = (table: ReportTableName) => longestWait(t, report, table, language)
  const waits = { column: 'wait_mean', counted: 'wait_n', title: t('report.bars.wait') } as const
  const quotes = tableOf(report, 'quotes')
  const files = { path: '/api/reports/export', of: { span: report.span, day: report.from } }
  return (
    <>
      <PartGuard>
        <ReportFacts report={report} />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="hour"
          caption={longest('hour')}
          bars={{ ...waits, isUpright: true }}
        />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="window"
          caption={`${longest('window')} · ${busiest(t, report, language)}`}
          bars={{ column: 'wait_mean', counted: 'wait_n', title: t('report.bars.wait'), isUpright: false }}
        />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="topic"
          caption={longest('topic')}
          bars={{ ...waits, isUpright: false }}
        />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="quotes"
          caption={keptCaption(t, report)}
          bars={
            quotes === undefined
              ? null
              : { column: 'kept', counted: 'quotes_n', title: t('report.bars.kept'), isUpright: false }
          }
        >
          <GoalList goals={report.goals} />
        </FigureBlock>
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="quotes_apart"
          caption={t('report.apart')}
          bars={null}
        />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="fairness"
          caption={fairnessCaption(t, report)}
          bars={null}
        />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="fairness_by_staff"
          caption={t('report.byStaff')}
          bars={null}
        />
      </PartGuard>
      {report.span !== 'day' && (
        <PartGuard>
          <FigureBlock
            report={report}
            files={files}
            table="day"
            caption={longest('day')}
            bars={{ ...waits, isUpright: true }}
          />
        </PartGuard>
      )}
      <TablePick report={report} by={by} onBy={onBy} />
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table={by}
          caption={longest(by)}
          bars={{ ...waits, isUpright: false }}
        />
      </PartGuard>
      {(tableOf(report, 'faults')?.rows.length ?? 0) > 0 && (
        <PartGuard>
          <FigureBlock
            report={report}
            files={files}
            table="faults"
            caption={t('report.faults')}
            bars={null}
          />
        </PartGuard>
      )}
    </>
  )
}

/** Which further table is shown; a table that this reader does not get is no choice (Q70). */
function TablePick({ report, by, onBy }: ReportBlocksProps) {
  const t = useWords()
  const language = useDayLanguage()
  const id = useId()
  const choices = DIMENSIONS.filter(
    (each) => !SHOWN_ANYWAY.includes(each) && tableOf(report, each) !== undefined,
  )
  return (
    <p className="filters">
      <label htmlFor={id}>{t('report.more')}</label>
      <select
        id={id}
        value={by}
        onChange={({ target: { value } }) => onBy(choices.find((each) => each === value) ?? by)}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {TABLE_WORDS[each][language]}
          </option>
        ))}
      </select>
    </p>
  )
}

type Language = 'zh' | 'en'

function longestWait(t: Words, report: Report, name: ReportTableName, language: Language): string {
  return (
    topOf(report, name, 'wait_mean', 'wait_n', language, (params) => t('report.longest', params)) ??
    t('report.tooFew')
  )
}

function busiest(t: Words, report: Report, language: Language): string {
  return (
    topOf(report, 'window', 'utilisation', 'service_n', language, (params) => t('report.busiest', params)) ??
    t('report.tooFew')
  )
}

function topOf(
  report: Report,
  name: ReportTableName,
  column: ReportColumn,
  counted: ReportColumn,
  language: Language,
  say: (params: { name: string; n: number }) => string,
): string | null {
  const table = tableOf(report, name)
  const row = table === undefined ? undefined : highest(table, column, counted)
  if (table === undefined || row === undefined) return null
  return say({ name: rowWords(name, row, language), n: numberIn(table, row, column) ?? 0 })
}

function keptCaption(t: Words, report: Report): string {
  const table = tableOf(report, 'quotes')
  const row = table?.rows[0]
  const [n, kept] =
    table === undefined ? [0, null] : [numberIn(table, row, 'quotes_n') ?? 0, numberIn(table, row, 'kept')]
  if (kept === null) return t('report.noQuotes')
  const words = t('report.kept', { n, kept })
  return report.keptAlarm ? `▲ ${words} ${t('report.keptAlarm')}` : words
}

function fairnessCaption(t: Words, report: Report): string {
  const table = tableOf(report, 'fairness')
  const n = table?.rows.reduce((sum, row) => sum + (numberIn(table, row, 'count') ?? 0), 0) ?? 0
  return n === 0 ? t('report.noUnfair') : t('report.unfair', { n })
}
