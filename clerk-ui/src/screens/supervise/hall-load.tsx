import { HallToday } from '@counter/shared/contract/reports'
import { COLUMN_WORDS, rowWords, TABLE_WORDS } from '@counter/shared/text/report-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useRef } from 'react'
import { BarChart } from '../../components/bar-chart.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../reports/reports.css'
import { FigureCard } from './figure-card.tsx'

/** L-1 a and h: how full the hall is by the hour against usual, and what was told against what came; read anew each minute. `isHeld` keeps the figures still (2.2.2). */
export function HallLoad({ minute, isHeld }: { readonly minute: string; readonly isHeld: boolean }) {
  const t = useWords()
  const wanted = useRef(minute)
  if (!isHeld) wanted.current = minute
  const { value: state, refused } = useReading('/api/supervise/hall', HallToday, wanted.current)
  if (state === null) return refused === null ? null : <p role="alert">■ {t('l1.partFailed')}</p>
  return (
    <>
      {refused !== null && (
        <p role="status" className="stale">
          {t('l1.partStale', { time: civilTime(state.at) })}
        </p>
      )}
      {state.recordProblem !== null && (
        <p role="alert">
          ■ {t('l1.recordProblem', { day: state.recordProblem.day, n: state.recordProblem.differences })}
        </p>
      )}
      <LoadCard state={state} />
      <QuotesCard state={state} />
    </>
  )
}

function LoadCard({ state: { hours, usualDays } }: { readonly state: HallToday }) {
  const t = useWords()
  const fullest = [...hours].sort((one, other) => other.today - one.today)[0]
  const caption =
    fullest === undefined || fullest.today === 0
      ? t('l1.loadEmpty')
      : t('l1.loadCaption', { hour: fullest.hour, n: fullest.today })
  const bars = {
    title: caption,
    isUpright: true,
    categories: hours.map(({ hour }) => `${hour}:00`),
    series: [
      { name: t('l1.loadToday'), values: hours.map(({ today }) => today) },
      ...(usualDays === 0 ? [] : [{ name: t('l1.loadUsual'), values: hours.map(({ usual }) => usual) }]),
    ],
  }
  return (
    <FigureCard name="load" title={t('l1.load')} caption={caption}>
      {hours.length > 0 && <BarChart bars={bars} />}
      {usualDays > 0 && <p className="small">{t('l1.loadDays', { n: usualDays })}</p>}
      <table hidden={hours.length === 0}>
        <caption className="visually-hidden">{t('l1.load')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('l1.hour')}</th>
            {hours.map(({ hour }) => (
              <th key={hour} scope="col" className="figure">
                {hour}:00
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['today', 'usual'] as const).map((which) => (
            <tr key={which}>
              <th scope="row">{t(which === 'today' ? 'l1.loadToday' : 'l1.loadUsual')}</th>
              {hours.map((hour) => (
                <td key={hour.hour} className="figure">
                  {hour[which] ?? t('report.none')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FigureCard>
  )
}

function QuotesCard({ state: { quotes, keptAlarm } }: { readonly state: HallToday }) {
  const t = useWords()
  const language = useDayLanguage()
  const [n, kept] = quotes.rows[0]?.cells ?? []
  const told =
    typeof n !== 'number' || kept === null || kept === undefined
      ? t('report.noQuotes')
      : t('report.kept', { n, kept })
  return (
    <FigureCard
      name="quotes"
      title={t('l1.quotes')}
      caption={keptAlarm ? `▲ ${told} ${t('report.keptAlarm')}` : told}
    >
      <table>
        <caption className="visually-hidden">{t('l1.quotes')}</caption>
        <thead>
          <tr>
            <th scope="col">{TABLE_WORDS.line[language]}</th>
            {quotes.columns.map((column) => (
              <th key={column} scope="col" className="figure">
                {COLUMN_WORDS[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quotes.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{rowWords('quotes', row, language)}</th>
              {quotes.columns.map((column, place) => (
                <td key={column} className="figure">
                  {row.cells[place] ?? t('report.none')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FigureCard>
  )
}
