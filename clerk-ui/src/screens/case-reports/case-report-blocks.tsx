import type { CaseReport } from '@counter/shared/contract/case-reports'
import type { ReportTable } from '@counter/shared/contract/reports'
import type { CaseReportTable } from '@counter/shared/vocabulary/case-report'
import { useId, useState } from 'react'
import { PartGuard } from '../../components/part-guard.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { numberIn, tableOf } from '../reports/cells.ts'
import { FigureBlock } from '../reports/figure-block.tsx'
import { CaseReportFacts } from './case-report-facts.tsx'
import { CASE_GROUPS, type CaseGroup } from './case-report-filters.ts'
import { leastOnTime, onTimeWords } from './on-time-words.ts'

interface CaseReportBlocksProps {
  readonly report: CaseReport
  readonly by: CaseGroup
  readonly onBy: (by: CaseGroup) => void
}

/** The blocks of a report of cases; one that fails leaves the others (U11). */
export function CaseReportBlocks({ report, by, onBy }: CaseReportBlocksProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { from, to, judged } = report
  const [isPublic, setPublic] = useState(false)
  const files = { path: '/api/reports/cases/export', of: { from, to, judged, isPublic } }
  const onTime = {
    column: 'on_time_share',
    counted: 'decided',
    part: 'on_time',
    title: t('report.cases.bars'),
  } as const
  const group = `cases_${by}` as const satisfies CaseReportTable
  const months = tableOf(report, 'cases_month')
  return (
    <>
      <PartGuard>
        <CaseReportFacts report={report} />
      </PartGuard>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table="cases_whole"
          caption={wholeCaption(t, report)}
          bars={null}
        />
      </PartGuard>
      <div className="filters">
        <GroupPick by={by} onBy={onBy} />
        <label>
          <input
            type="checkbox"
            checked={isPublic}
            onChange={({ target: { checked } }) => setPublic(checked)}
          />{' '}
          {t('report.cases.public')}
        </label>
      </div>
      <PartGuard>
        <FigureBlock
          report={report}
          files={files}
          table={group}
          caption={leastOnTime(t, tableOf(report, group), language)}
          bars={{ ...onTime, isUpright: false }}
        />
      </PartGuard>
      {months !== undefined && months.rows.length > 1 && (
        <PartGuard>
          <FigureBlock
            report={report}
            files={files}
            table="cases_month"
            caption={mostDecided(t, months)}
            bars={{
              column: 'decided',
              counted: 'decided',
              title: t('report.cases.decidedBars'),
              isUpright: true,
            }}
          />
        </PartGuard>
      )}
      {!isPublic && (
        <PartGuard>
          <FigureBlock
            report={report}
            files={files}
            table="cases_staff"
            caption={t('report.byStaff')}
            bars={null}
          />
        </PartGuard>
      )}
    </>
  )
}

function GroupPick({ by, onBy }: Pick<CaseReportBlocksProps, 'by' | 'onBy'>) {
  const t = useWords()
  const id = useId()
  return (
    <span>
      <label htmlFor={id}>{t('report.cases.by')}</label>{' '}
      <select
        id={id}
        value={by}
        onChange={({ target: { value } }) => onBy(CASE_GROUPS.find((each) => each === value) ?? by)}
      >
        {CASE_GROUPS.map((each) => (
          <option key={each} value={each}>
            {t(`report.cases.by.${each}`)}
          </option>
        ))}
      </select>
    </span>
  )
}

function wholeCaption(t: Words, report: CaseReport): string {
  const whole = tableOf(report, 'cases_whole')
  const of = (column: 'received' | 'decided' | 'on_time') =>
    (whole === undefined ? null : numberIn(whole, whole.rows[0], column)) ?? 0
  const [received, decided, onTime] = [of('received'), of('decided'), of('on_time')]
  if (decided === 0) return t('report.cases.noneDecided', { received })
  return t('report.cases.whole', { received, decided, onTime: onTimeWords(t, onTime, decided) })
}

function mostDecided(t: Words, months: ReportTable): string {
  const decided = months.rows.map((row) => ({ month: row.key, n: numberIn(months, row, 'decided') ?? 0 }))
  const most = decided.sort((one, other) => other.n - one.n)[0]
  return most === undefined || most.n === 0 ? t('report.nothing') : t('report.cases.most', most)
}
