import type { Report } from '@counter/shared/contract/reports'
import { rowWords, TABLE_WORDS } from '@counter/shared/text/report-words'
import {
  DIMENSIONS,
  type Dimension,
  type ReportColumn,
  type ReportTableName,
} from '@counter/shared/vocabulary/report'
import { PartGuard } from '../../components/part-guard.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { highest, numberIn, tableOf } from './cells.ts'
import { FigureBlock } from './figure-block.tsx'
import { GoalList } from './goal-list.tsx'
import { PickField } from './pick-field.tsx'
import { ReportFacts } from './report-facts.tsx'

interface ReportBlocksProps {
  readonly report: Report
  readonly by: Dimension
  readonly onBy: (by: Dimension) => void
}

const SHOWN_ANYWAY: readonly Dimension[] = ['hour', 'window', 'topic', 'day']

/** The blocks of a report. A further table that this reader does not get is no choice (Q70). */
export function ReportBlocks({ report, by, onBy }: ReportBlocksProps) {
  const t = useWords()
  const language = useDayLanguage()
  const longest = (table: ReportTableName) => longestWait(t, report, table, language)
  const waits = { column: 'wait_mean', counted: 'wait_n', title: t('report.bars.wait') } as const
  const keptBars = {
    column: 'kept',
    counted: 'quotes_n',
    title: t('report.bars.kept'),
    isUpright: false,
  } as const
  const files = { path: '/api/reports/export', of: { span: report.span, day: report.from } }
  const block = { report, files }
  const choices = DIMENSIONS.filter(
    (each) => !SHOWN_ANYWAY.includes(each) && tableOf(report, each) !== undefined,
  )
  return (
    <>
      <PartGuard>
        <ReportFacts report={report} />
      </PartGuard>
      <FigureBlock {...block} table="hour" caption={longest('hour')} bars={{ ...waits, isUpright: true }} />
      <FigureBlock
        {...block}
        table="window"
        caption={`${longest('window')} · ${busiest(t, report, language)}`}
        bars={{ ...waits, isUpright: false }}
      />
      <FigureBlock
        {...block}
        table="topic"
        caption={longest('topic')}
        bars={{ ...waits, isUpright: false }}
      />
      <FigureBlock {...block} table="quotes" caption={keptCaption(t, report)} bars={keptBars}>
        <GoalList goals={report.goals} />
      </FigureBlock>
      <FigureBlock {...block} table="quotes_apart" caption={t('report.apart')} bars={null} />
      <FigureBlock {...block} table="fairness" caption={fairnessCaption(t, report)} bars={null} />
      <FigureBlock {...block} table="fairness_by_staff" caption={t('report.byStaff')} bars={null} />
      {report.span !== 'day' && (
        <FigureBlock {...block} table="day" caption={longest('day')} bars={{ ...waits, isUpright: true }} />
      )}
      <div className="filters">
        <PickField
          label={t('report.more')}
          value={by}
          choices={choices}
          wordOf={(each) => TABLE_WORDS[each][language]}
          onPick={onBy}
        />
      </div>
      <FigureBlock {...block} table={by} caption={longest(by)} bars={{ ...waits, isUpright: false }} />
      {(tableOf(report, 'faults')?.rows.length ?? 0) > 0 && (
        <FigureBlock {...block} table="faults" caption={t('report.faults')} bars={null} />
      )}
    </>
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
