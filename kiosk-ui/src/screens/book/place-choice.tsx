import { timeWords } from '@counter/shared/vocabulary/date-words'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import { type ReactNode, useCallback, useId, useState } from 'react'
import { type Place, readFree } from '../../state/bookings.ts'
import { useRead } from '../../state/use-read.ts'
import { useLanguage, useText } from '../../text/text.ts'
import { ReadProblem } from './read-problem.tsx'
import { dayOf } from './when-words.ts'

interface PlaceChoiceProps {
  readonly topic: string
  readonly isBusy?: boolean
  readonly onPlace: (place: Place) => void
}

/** A day, then a time of it. A full band stays in sight, so that nobody looks for it. */
export function PlaceChoice({ topic, isBusy = false, onPlace }: PlaceChoiceProps): ReactNode {
  const say = useText()
  const language = useLanguage()
  const id = useId()
  const { value, problem, again } = useRead(useCallback(() => readFree(topic), [topic]))
  const [chosen, setChosen] = useState<string | null>(null)
  if (value === null) return <ReadProblem problem={problem} onRetry={again} />
  const days = value.days.filter(({ bands }) => bands.some(({ isFree }) => isFree))
  if (days.length === 0) return <p role="status">{say('p6.none')}</p>
  const day = days.find(({ date }) => date === chosen)
  return (
    <>
      <h2 id={`${id}day`}>{say('p6.when')}</h2>
      <ul className="choices choices-days" aria-labelledby={`${id}day`}>
        {days.map(({ date }) => (
          <li key={date}>
            <button type="button" aria-pressed={date === chosen} onClick={() => setChosen(date)}>
              {dayOf(date, language)}
            </button>
          </li>
        ))}
      </ul>
      {day !== undefined && (
        <>
          <h2 key={day.date} id={`${id}band`} ref={bringIntoSight}>
            {say('p6.band')}
          </h2>
          <ul className="choices choices-narrow" aria-labelledby={`${id}band`}>
            {day.bands.map(({ band, isFree }) => (
              <li key={band}>
                {isFree ? (
                  <button
                    type="button"
                    aria-disabled={isBusy}
                    data-testid={`p6.band.${band}`}
                    onClick={() => isBusy || onPlace({ topic, date: day.date, band })}
                  >
                    {timeWords(band as PlainTime)}
                  </button>
                ) : (
                  <span className="full">{say('p6.full', { t: timeWords(band as PlainTime) })}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

// With many days the times of the chosen one would begin below the edge of a small phone.
function bringIntoSight(heading: HTMLElement | null): void {
  heading?.scrollIntoView?.({ block: 'center' })
}
