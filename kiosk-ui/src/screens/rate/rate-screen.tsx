import { type ReactNode, useCallback, useState } from 'react'
import { giveRating, readOffer } from '../../state/ratings.ts'
import { useRead } from '../../state/use-read.ts'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useText } from '../../text/text.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { useRatingSentence } from './rating-sentence.ts'
import { Rating } from './rating-steps.tsx'

const TOKEN = /^#([A-Za-z0-9_-]{22})$/

/** P-3, `/rate#TOKEN`: five equal levels, none chosen before, and 「本次不评价」 of the same size (U28). */
export function RateScreen(): ReactNode {
  const say = useText()
  const sentence = useRatingSentence()
  const isSlow = useShownAfter()
  const [token] = useState(() => TOKEN.exec(location.hash)?.[1] ?? '')
  const ask = useCallback(() => readOffer(token), [token])
  const { value: offer, problem, again } = useRead(ask)
  const canRetry = problem === 'offline' || problem === 'fault'
  const state = offer === null ? (problem === null ? 'loading' : canRetry ? 'offline' : 'refused') : 'normal'
  return (
    <PhoneFrame screen="P-3" state={state}>
      <h1>{say('p3.title')}</h1>
      {offer === null && problem === null && isSlow && <p role="status">{say('phone.looking')}</p>}
      {problem !== null && (
        <p role="alert" className="warning">
          {sentence(problem)}
        </p>
      )}
      {canRetry && (
        <button type="button" className="main" onClick={again}>
          {say('phone.retry')}
        </button>
      )}
      {offer !== null && (
        <>
          <p className="note">{say('p3.about', { n: offer.number })}</p>
          <Rating
            send={(said, onChecking) => giveRating({ ...said, token }, onChecking)}
            sentence={sentence}
          />
        </>
      )}
    </PhoneFrame>
  )
}
