import type { ReportTable } from '@counter/shared/contract/reports'
import { TABLE_WORDS } from '@counter/shared/text/report-words'
import { FEW, type ReportTableName } from '@counter/shared/vocabulary/report'
import { type ReactNode, useId } from 'react'
import { BarChart } from '../../components/bar-chart.tsx'
import { PartGuard } from '../../components/part-guard.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { type BarsWanted, barsOf, numberIn, tableOf } from './cells.ts'
import { ExportButtons, type ReportFiles } from './export-buttons.tsx'
import { ReportTableView } from './report-table.tsx'

interface FigureBlockProps {
  readonly report: { readonly tables: readonly ReportTable[] }
  readonly files: ReportFiles
  readonly table: ReportTableName
  /** What the block is called; the name of its table when absent. */
  readonly title?: string
  /** The conclusion in one sentence (U37). */
  readonly caption: string
  /** What the bars show, or null for a table alone. */
  readonly bars: BarsWanted | null
  /** What belongs between the sentence and the picture. */
  readonly children?: ReactNode
}

/** A picture with its conclusion, and the table it is made of (U37, K46); one that fails leaves the others (U11). */
export function FigureBlock(props: FigureBlockProps) {
  return (
    <PartGuard>
      <Figure {...props} />
    </PartGuard>
  )
}

function Figure({ report, files, table: name, title, caption, bars, children }: FigureBlockProps) {
  const t = useWords()
  const language = useDayLanguage()
  const id = useId()
  const table = tableOf(report, name)
  if (table === undefined) return null
  const isDrawn = bars !== null && table.rows.some((row) => (numberIn(table, row, bars.counted) ?? 0) >= FEW)
  return (
    <section className="card" data-testid={`report.card.${name}`} aria-labelledby={id}>
      <div className="report-block-head">
        <h2 id={id}>{title ?? TABLE_WORDS[name][language]}</h2>
        <ExportButtons files={files} table={name} />
      </div>
      <figure className="l1-figure">
        <figcaption>{caption}</figcaption>
        {children}
        {isDrawn && (
          <BarChart bars={barsOf(table, { ...bars, few: (of) => t('report.few', { n: of }) }, language)} />
        )}
        {table.rows.length === 0 ? <p>{t('report.nothing')}</p> : <ReportTableView table={table} />}
      </figure>
    </section>
  )
}
