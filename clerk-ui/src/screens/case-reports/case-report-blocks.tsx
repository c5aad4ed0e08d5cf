import type { CaseReport } from '@counter/shared/contract/case-reports'
import type { ReportTable } from '@counter/shared/contract/reports'
import type { CaseReportTable } from '@counter/shared/vocabulary/case-report'
import { useState } from 'react'
import { PartGuard } from '../../components/part-guard.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { numberIn, tableOf } from '../reports/cells.ts'
import { FigureBlock } from '../reports/figure-block.tsx'
import { PickField } from '../reports/pick-field.tsx'
import { CaseReportFacts } from './case-report-facts.tsx'
import { CASE_GROUPS, type CaseGroup } from './case-report-filters.ts'
import { LetterBlock, RatingGroup, RatingsOfAll } from './rating-blocks.tsx'
import { leastOnTime, shareWords } from './share-words.ts'

interface CaseReportBlocksProps {
  readonly report: CaseReport
  readonly by: CaseGroup
  readonly onBy: (by: CaseGroup) => void
}

/** The blocks of a report of cases: all of them, the chosen groups, the months; each group's promises and ratings side by side. */
export function CaseReportBlocks({ report, by, onBy }: CaseReportBlocksProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { from, to, judged } = report
  const [isPublic, setPublic] = useState(false)
  const block = { report, files: { path: '/api/reports/cases/export', of: { from, to, judged, isPublic } } }
  const onTime = {
    column: 'on_time_share',
    counted: 'decided',
    part: 'on_time',
    title: t('report.cases.bars'),
    isUpright: false,
  } as const
  const group = `cases_${by}` as const satisfies CaseReportTable
  const months = tableOf(report, 'cases_month')
  const hasMonths = months !== undefined && months.rows.length > 1
  return (
    <>
      <PartGuard>
        <CaseReportFacts report={report} />
      </PartGuard>
      <FigureBlock {...block} table="cases_whole" caption={wholeCaption(t, report)} bars={null} />
      <RatingsOfAll {...block} />
      <div className="filters">
        <PickField
          label={t('report.cases.by')}
          value={by}
          choices={CASE_GROUPS}
          wordOf={(each) => t(`report.cases.by.${each}`)}
          onPick={onBy}
        />
        <label>
          <input
            type="checkbox"
            checked={isPublic}
            onChange={({ target: { checked } }) => setPublic(checked)}
          />{' '}
          {t('report.cases.public')}
        </label>
      </div>
      <FigureBlock
        {...block}
        table={group}
        caption={leastOnTime(t, tableOf(report, group), language)}
        bars={onTime}
      />
      <RatingGroup {...block} by={by} />
      {hasMonths && (
        <>
          <FigureBlock
            {...block}
            table="cases_month"
            caption={mostDecided(t, months)}
            bars={{
              column: 'decided',
              counted: 'decided',
              title: t('report.cases.decidedBars'),
              isUpright: true,
            }}
          />
          <RatingGroup {...block} by="month" />
        </>
      )}
      {!isPublic && (
        <>
          <LetterBlock {...block} />
          <FigureBlock {...block} table="cases_staff" caption={t('report.byStaff')} bars={null} />
        </>
      )}
    </>
  )
}

function wholeCaption(t: Words, report: CaseReport): string {
  const whole = tableOf(report, 'cases_whole')
  const of = (column: 'received' | 'decided' | 'on_time') =>
    (whole === undefined ? null : numberIn(whole, whole.rows[0], column)) ?? 0
  const [received, decided, onTime] = [of('received'), of('decided'), of('on_time')]
  if (decided === 0) return t('report.cases.noneDecided', { received })
  return t('report.cases.whole', { received, decided, onTime: shareWords(t, onTime, decided) })
}

function mostDecided(t: Words, months: ReportTable): string {
  const decided = months.rows.map((row) => ({ month: row.key, n: numberIn(months, row, 'decided') ?? 0 }))
  const most = decided.sort((one, other) => other.n - one.n)[0]
  return most === undefined || most.n === 0 ? t('report.nothing') : t('report.cases.most', most)
}
