import type { Booking, BookingTaken, BookingTopics } from '@counter/shared/contract/public/booking'
import { type ReactNode, useState } from 'react'
import type { Place } from '../../state/bookings.ts'
import { useText } from '../../text/text.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { ConfirmBooking } from './confirm-booking.tsx'
import { FindBooking } from './find-booking.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { Taken } from './taken.tsx'

type Step =
  | { readonly at: 'topic' | 'find' }
  | { readonly at: 'place'; readonly topic: string; readonly full: string | null }
  | { readonly at: 'confirm'; readonly place: Place }
  | { readonly at: 'taken'; readonly taken: BookingTaken }

interface BookFlowProps {
  readonly about: BookingTopics
  readonly matterOf: (topic: string) => string
  readonly onFound: (booking: Booking) => void
}

/** Matter, day, time, confirm, code: one question on each page. */
export function BookFlow({ about, matterOf, onFound }: BookFlowProps): ReactNode {
  const say = useText()
  const [step, setStep] = useState<Step>(() => firstStep(about))
  const [isSending, setSending] = useState(false)
  const toTopics = () => setStep({ at: 'topic' })
  return (
    <PhoneFrame screen="P-6" state={step.at}>
      <h1>{say(step.at === 'find' ? 'p6.find' : 'p6.title')}</h1>
      {step.at === 'topic' && (
        <TopicChoice
          about={about}
          matterOf={matterOf}
          onTopic={(topic) => setStep({ at: 'place', topic, full: null })}
          onFind={() => setStep({ at: 'find' })}
        />
      )}
      {step.at === 'find' && <FindBooking onFound={onFound} />}
      {step.at === 'place' && (
        <>
          <p className="line">{matterOf(step.topic)}</p>
          {step.full !== null && (
            <p role="alert" className="warning">
              {step.full}
            </p>
          )}
          <PlaceChoice
            key={step.full}
            topic={step.topic}
            onPlace={(place) => setStep({ at: 'confirm', place })}
          />
        </>
      )}
      {step.at === 'confirm' && (
        <ConfirmBooking
          place={step.place}
          matter={matterOf(step.place.topic)}
          centre={about.centre}
          onSending={setSending}
          onTaken={(taken) => {
            // A reload of the page then finds the booking again.
            history.replaceState(null, '', `/book#${taken.token}`)
            setStep({ at: 'taken', taken })
          }}
          onFull={(full) => setStep({ at: 'place', topic: step.place.topic, full })}
        />
      )}
      {step.at === 'taken' ? (
        <Taken taken={step.taken} matter={matterOf(step.taken.booking.topic)} times={about.times} />
      ) : (
        <p className="acts">
          {step.at === 'confirm' && !isSending && (
            <button
              type="button"
              onClick={() => setStep({ at: 'place', topic: step.place.topic, full: null })}
            >
              {say('p6.other')}
            </button>
          )}
          {step.at !== 'topic' && !isSending && (
            <button type="button" onClick={toTopics}>
              {say(step.at === 'find' ? 'act.back' : 'p6.otherTopic')}
            </button>
          )}
          <a href={`tel:${about.centre.consultPhone}`}>{say('p6.call', { n: about.centre.consultPhone })}</a>
        </p>
      )}
    </PhoneFrame>
  )
}

interface TopicChoiceProps {
  readonly about: BookingTopics
  readonly matterOf: (topic: string) => string
  readonly onTopic: (topic: string) => void
  readonly onFind: () => void
}

function TopicChoice({ about, matterOf, onTopic, onFind }: TopicChoiceProps): ReactNode {
  const say = useText()
  return (
    <>
      <h2>{say('p6.what')}</h2>
      <ul className="choices">
        {about.topics.map(({ topic }) => (
          <li key={topic}>
            <button type="button" data-testid={`p6.topic.${topic}`} onClick={() => onTopic(topic)}>
              {matterOf(topic)}
            </button>
          </li>
        ))}
      </ul>
      <p className="acts">
        <button type="button" onClick={onFind}>
          {say('p6.find')}
        </button>
      </p>
    </>
  )
}

// A guide's link names its matter, which then need not be asked.
function firstStep({ topics }: BookingTopics): Step {
  const asked = new URLSearchParams(location.search).get('topic')
  const known = topics.find(({ topic }) => topic === asked)
  return known === undefined ? { at: 'topic' } : { at: 'place', topic: known.topic, full: null }
}
