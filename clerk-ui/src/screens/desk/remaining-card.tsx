import { BookingMade, RemainingList, type RemainingNumber } from '@counter/shared/contract/booking'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useState } from 'react'
import { ActButton } from '../../components/command-button.tsx'
import { useHall } from '../../state/hall.ts'
import { useServerNow } from '../../state/live.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import './desk.css'

const MINUTE_MS = 60_000

interface RemainingCardProps {
  /** How many wait: whenever that changes, somebody of the list may be called or gone. */
  readonly waiting: number
}

/** Who will likely wait in vain today, looked at each minute; one press gives each the next free place of another day (Q42). */
export function RemainingCard({ waiting }: RemainingCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const minute = civilTime(useServerNow(MINUTE_MS))
  const { value, reread } = useReading('/api/remaining', RemainingList, `${minute} ${waiting}`)
  const [told, setTold] = useState<readonly string[]>([])
  const items = value?.items ?? []
  if (items.length === 0 && told.length === 0) return null
  const moved = ({ number }: RemainingNumber, { booking, code }: BookingMade) => {
    const day = dateWords(booking.date, language)
    setTold((before) => [...before, words('remaining.moved', { number, d: day, t: booking.band, code })])
    reread()
  }
  return (
    <section className="remaining" aria-label={words('remaining.title')} data-testid="remaining">
      <div role="status">
        <h2>▲ {words('remaining.count', { n: items.length })}</h2>
      </div>
      {items.length > 0 && <p className="quiet">{words('remaining.how')}</p>}
      <ul className="rows">
        {items.map((item) => (
          <RemainingRow key={item.ticketId} item={item} onMoved={(made) => moved(item, made)} />
        ))}
      </ul>
      <ul className="rows" aria-live="polite">
        {told.map((line) => (
          <li key={line}>✓ {line}</li>
        ))}
      </ul>
    </section>
  )
}

interface RemainingRowProps {
  readonly item: RemainingNumber
  readonly onMoved: (made: BookingMade) => void
}

function RemainingRow({ item: { ticketId, number, topic, version, next }, onMoved }: RemainingRowProps) {
  const words = useWords()
  const language = useDayLanguage()
  const unit = useHall((state) => state.hall?.topics)?.find((each) => each.topic === topic)?.unitName
  return (
    <li className="row">
      <strong>{number}</strong>
      <span>{unit}</span>
      <span className="grow" />
      {next === null ? (
        <span className="quiet">{words('remaining.none')}</span>
      ) : (
        <ActButton
          size="small"
          path={`/api/tickets/${ticketId}/move`}
          body={{ ...next, expectedVersion: version, phone: null, reason: words('booking.moveReason') }}
          parser={BookingMade}
          onDone={onMoved}
        >
          <span className="visually-hidden">{number} </span>
          {words('remaining.go', { d: dateWords(next.date as PlainDate, language), t: next.band })}
        </ActButton>
      )}
    </li>
  )
}
