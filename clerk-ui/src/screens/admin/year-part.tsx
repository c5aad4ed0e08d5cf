import type { CalendarView } from '@counter/shared/contract/calendar'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { YearPicture } from './year-picture.tsx'

interface YearPartProps {
  readonly shown: CalendarView
  readonly years: readonly number[]
  readonly today: PlainDate
  readonly onYear: (year: number) => void
}

/** One year as it is counted: its notice, the picture of its months, and the same days as a table (A-5, U37). */
export function YearPart({ shown, years, today, onYear }: YearPartProps) {
  const words = useWords()
  const { year, version, status, source, days } = shown
  const isOfficial = status === 'official'
  return (
    <section className="card stack" aria-labelledby="a5-year">
      <div className="line">
        <label className="field">
          {words('a5.year')}
          <select value={year} onChange={({ target }) => onYear(Number(target.value))}>
            {years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <h2 id="a5-year">
          {year} · {words('a5.version', { n: version })}
        </h2>
        <span className={isOfficial ? 'tag' : 'tag tag-warn'} data-status={status}>
          {isOfficial ? '✓ ' : '▲ '}
          {words(`a5.${status}`)}
        </span>
      </div>
      <p className="quiet">{words('a5.source', { ...source })}</p>
      <YearPicture calendar={shown} today={today} />
      <details>
        <summary>{words('a5.days')}</summary>
        <DayTable days={days} />
      </details>
    </section>
  )
}

function DayTable({ days }: Pick<CalendarView, 'days'>) {
  const words = useWords()
  const language = useDayLanguage()
  return (
    <section className="scroller" tabIndex={0} aria-label={words('a5.days')}>
      <table>
        <caption className="visually-hidden">{words('a5.days')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('a5.day')}</th>
            <th scope="col">{words('a5.what')}</th>
            <th scope="col">{words('a5.of')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, kind, name }) => (
            <tr key={date}>
              <th scope="row">
                {date.slice(0, 4)} · {dateWords(date, language)}
              </th>
              <td>{words(`a5.kind.${kind}`)}</td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
