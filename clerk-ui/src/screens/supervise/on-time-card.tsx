import { OnTimeNow } from '@counter/shared/contract/case-reports'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useRef, useState } from 'react'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { leastOnTime, shareWords } from '../case-reports/share-words.ts'
import { numberIn, tableOf } from '../reports/cells.ts'
import { FigureBlock } from '../reports/figure-block.tsx'
import '../reports/reports.css'
import '../unit/unit.css'

const PLACES = ['unit', 'village'] as const
type Place = (typeof PLACES)[number]

/** L-1 c: what was decided in time this month, by unit or by village, and how it went in six months; read anew each minute. */
export function OnTimeCard({ minute, isHeld }: { readonly minute: string; readonly isHeld: boolean }) {
  const t = useWords()
  const language = useDayLanguage()
  const [by, setBy] = useState<Place>('unit')
  const wanted = useRef(minute)
  if (!isHeld) wanted.current = minute
  const { value: state, refused } = useReading('/api/supervise/on-time', OnTimeNow, wanted.current)
  if (state === null) return refused === null ? null : <p role="alert">■ {t('l1.partFailed')}</p>
  const { from, to, target } = state
  const bars = {
    column: 'on_time_share',
    counted: 'decided',
    part: 'on_time',
    title: t('report.cases.bars'),
    target: { value: target, label: t('l1.target', { n: target }) },
  } as const
  const files = { path: '/api/reports/cases/export', of: { from, to, judged: 'own_time' } }
  const since = tableOf(state, 'cases_month')?.rows[0]?.key ?? from
  return (
    <>
      {refused !== null && (
        <p role="status" className="stale">
          {t('l1.partStale', { time: civilTime(state.at) })}
        </p>
      )}
      <FigureBlock
        report={state}
        files={files}
        table={`cases_${by}`}
        title={t(`l1.onTime.${by}`)}
        caption={leastOnTime(t, tableOf(state, `cases_${by}`), language)}
        bars={{ ...bars, isUpright: false }}
      >
        <PlaceSwitch by={by} onBy={setBy} />
      </FigureBlock>
      <FigureBlock
        report={state}
        files={{ ...files, of: { ...files.of, from: `${since}-01` } }}
        table="cases_month"
        title={t('l1.onTime.month')}
        caption={monthsCaption(t, state)}
        bars={{ ...bars, isUpright: true }}
      />
    </>
  )
}

function PlaceSwitch({ by, onBy }: { readonly by: Place; readonly onBy: (by: Place) => void }) {
  const t = useWords()
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{t('report.cases.by')}</legend>
      {PLACES.map((each) => (
        <button key={each} type="button" aria-pressed={each === by} onClick={() => onBy(each)}>
          {t(`report.cases.by.${each}`)}
        </button>
      ))}
    </fieldset>
  )
}

function monthsCaption(t: ReturnType<typeof useWords>, state: OnTimeNow): string {
  const months = tableOf(state, 'cases_month')
  const [before, now] = (months?.rows.slice(-2) ?? []).map((row) =>
    months === undefined
      ? ''
      : shareWords(t, numberIn(months, row, 'on_time'), numberIn(months, row, 'decided')),
  )
  return t('l1.onTimeMonths', { before: before ?? '', now: now ?? '' })
}
