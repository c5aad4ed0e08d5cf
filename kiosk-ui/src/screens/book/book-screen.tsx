import type { Booking } from '@counter/shared/contract/public/booking'
import { type ReactNode, useCallback, useState } from 'react'
import { findOwn, readTopics } from '../../state/bookings.ts'
import { useRead } from '../../state/use-read.ts'
import { useText } from '../../text/text.ts'
import { topicWords } from '../../text/topic-words.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { BookFlow } from './book-flow.tsx'
import { OwnBooking } from './own-booking.tsx'
import { ReadProblem } from './read-problem.tsx'

const TOKEN = /^#([A-Za-z0-9_-]{22})$/

/** P-6, `/book`: a new booking, or with its secret after `#` the one that is there. */
export function BookScreen(): ReactNode {
  const say = useText()
  const [token] = useState(() => TOKEN.exec(location.hash)?.[1] ?? null)
  const [found, setFound] = useState<Booking | null>(null)
  const { value: about, problem, again } = useRead(readTopics)
  if (about === null)
    return (
      <PhoneFrame screen="P-6" state={problem === null ? 'loading' : 'error'}>
        <h1>{say('p6.title')}</h1>
        <ReadProblem problem={problem} onRetry={again} />
      </PhoneFrame>
    )
  const matterOf = (topic: string) => {
    if (topic === 'unsure') return say('p6.unsure')
    const known = about.topics.find((each) => each.topic === topic)
    return topicWords(topic, known?.unitName ?? '', say)
  }
  if (token === null && found === null)
    return <BookFlow about={about} matterOf={matterOf} onFound={setFound} />
  return (
    <PhoneFrame screen="P-6" state="own">
      <h1>{say('p6.yours')}</h1>
      {found === null && token !== null ? (
        <Looked token={token} onFound={setFound} />
      ) : (
        found !== null && (
          <OwnBooking
            booking={found}
            matter={matterOf(found.topic)}
            times={about.times}
            token={token}
            onBooking={setFound}
          />
        )
      )}
    </PhoneFrame>
  )
}

function Looked({ token, onFound }: { token: string; onFound: (booking: Booking) => void }): ReactNode {
  const ask = useCallback(async () => {
    const answer = await findOwn({ token })
    if (answer.ok) onFound(answer.value)
    return answer
  }, [token, onFound])
  const { problem, again } = useRead(ask)
  return <ReadProblem problem={problem} onRetry={again} />
}
