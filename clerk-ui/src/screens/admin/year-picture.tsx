import type { CalendarView } from '@counter/shared/contract/calendar'
import { weekdayWord } from '@counter/shared/vocabulary/date-words'
import { addDays, daysBetween, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface YearPictureProps {
  readonly calendar: CalendarView
  readonly today: PlainDate
}

type Kinds = ReadonlyMap<string, CalendarView['days'][number]>

/** Twelve months with what is off and what is worked in exchange, by word and shade; the table says the same (U37). */
export function YearPicture({ calendar, today }: YearPictureProps) {
  const words = useWords()
  const { year, days, workdays } = calendar
  const kinds: Kinds = new Map(days.map((day) => [day.date, day]))
  const makeup = days.filter(({ kind }) => kind === 'makeup').length
  return (
    <figure className="year">
      <figcaption>
        {words('a5.workdays', { year, n: workdays, off: days.length - makeup, makeup })}
        <span className="quiet"> {words('a5.legend')}</span>
      </figcaption>
      <div className="months" aria-hidden="true">
        {Array.from({ length: 12 }, (_, place) => (
          <Month
            // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place in the year
            key={place}
            first={`${year}-${String(place + 1).padStart(2, '0')}-01` as PlainDate}
            kinds={kinds}
            today={today}
          />
        ))}
      </div>
    </figure>
  )
}

interface MonthProps {
  readonly first: PlainDate
  readonly kinds: Kinds
  readonly today: PlainDate
}

function Month({ first, kinds, today }: MonthProps) {
  const words = useWords()
  const language = useDayLanguage()
  const month = Number(first.slice(5, 7))
  const year = Number(first.slice(0, 4))
  const next = (
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  ) as PlainDate
  const days = Array.from({ length: daysBetween(first, next) }, (_, place) => addDays(first, place))
  // The week begins on Monday, as on every wall calendar here.
  const lead = (weekdayOf(first) + 6) % 7
  return (
    <div className="month">
      <strong>{words('a5.month', { n: month })}</strong>
      <div className="month-days">
        {Array.from({ length: 7 }, (_, place) => {
          const word = weekdayWord(addDays('2024-01-01' as PlainDate, place), language)
          return (
            <span key={word} className="month-head">
              {word.replace('周', '').slice(0, 2)}
            </span>
          )
        })}
        {days.map((date, place) => (
          <DayCell
            key={date}
            date={date}
            column={place === 0 ? lead + 1 : null}
            kind={kinds.get(date)?.kind ?? null}
            isToday={date === today}
          />
        ))}
      </div>
    </div>
  )
}

interface DayCellProps {
  readonly date: PlainDate
  readonly column: number | null
  readonly kind: CalendarView['days'][number]['kind'] | null
  readonly isToday: boolean
}

function DayCell({ date, column, kind, isToday }: DayCellProps) {
  const words = useWords()
  const isWeekend = weekdayOf(date) % 6 === 0
  const shade = kind === 'makeup' ? 'makeup' : kind !== null ? 'off' : isWeekend ? 'weekend' : 'work'
  return (
    <span
      className="day"
      data-shade={shade}
      data-today={isToday}
      style={column === null ? undefined : { gridColumnStart: column }}
    >
      {Number(date.slice(8, 10))}
      {shade === 'off' && <small>{words('a5.off')}</small>}
      {shade === 'makeup' && <small>{words('a5.makeup')}</small>}
    </span>
  )
}
