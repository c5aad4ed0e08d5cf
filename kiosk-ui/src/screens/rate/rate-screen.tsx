import { newCommandId } from '@counter/shared/client/commands'
import type { RateBody, Rated } from '@counter/shared/contract/public/rating'
import { LEVEL_WORDS, RATING_REFUSALS } from '@counter/shared/text/rating-words'
import { inLanguage } from '@counter/shared/text/sentence'
import { RATING_LEVELS, type RatingLevel } from '@counter/shared/vocabulary/rating'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { giveRating, readOffer } from '../../state/ratings.ts'
import { useRead } from '../../state/use-read.ts'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { LowRating, type Why } from './low-rating.tsx'

const TOKEN = /^#([A-Za-z0-9_-]{22})$/
const NO_WHY: Why = { reasons: [], text: '', phone: '' }
/** 不满意 and worse may say why. */
const LOW: readonly RatingLevel[] = [4, 5]

type Step =
  | { readonly is: 'choose' }
  | { readonly is: 'why'; readonly level: RatingLevel }
  | { readonly is: 'thanks'; readonly rectifyDays: number | null }
  | { readonly is: 'skipped' }

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
          <Rating token={token} sentence={sentence} />
        </>
      )}
    </PhoneFrame>
  )
}

type Sentence = (code: string) => string

function Rating({ token, sentence }: { readonly token: string; readonly sentence: Sentence }): ReactNode {
  const say = useText()
  const [step, setStep] = useState<Step>({ is: 'choose' })
  const rating = useGiving(token, (rated) => setStep({ is: 'thanks', ...rated }))
  const choose = (level: RatingLevel) => {
    if (rating.isBusy) return
    if (LOW.includes(level)) setStep({ is: 'why', level })
    else void rating.give(level, NO_WHY)
  }
  if (step.is === 'thanks')
    return (
      <p role="status" className="line">
        {step.rectifyDays === null ? say('p3.thanks') : say('p3.thanksLow', { n: step.rectifyDays })}
      </p>
    )
  if (step.is === 'skipped')
    return (
      <p role="status" className="line">
        {say('p3.skipped')}
      </p>
    )
  return (
    <>
      {step.is === 'choose' ? (
        <>
          <p>{say('p3.voluntary')}</p>
          <Levels onChoose={choose} onSkip={() => setStep({ is: 'skipped' })} />
        </>
      ) : (
        <LowRating
          level={step.level}
          isBusy={rating.isBusy}
          onBack={() => setStep({ is: 'choose' })}
          onSend={(why) => void rating.give(step.level, why)}
        />
      )}
      {rating.isBusy && <p role="status">{say(rating.isChecking ? 'p3.checking' : 'p3.sending')}</p>}
      {rating.problem !== null && (
        <p role="alert" className="warning">
          {sentence(rating.problem)}
        </p>
      )}
    </>
  )
}

function Levels({
  onChoose,
  onSkip,
}: {
  readonly onChoose: (level: RatingLevel) => void
  readonly onSkip: () => void
}): ReactNode {
  const say = useText()
  const language = useLanguage()
  return (
    <div className="levels">
      {RATING_LEVELS.map((level) => (
        <button key={level} type="button" data-testid={`rate.${level}`} onClick={() => onChoose(level)}>
          <span aria-hidden="true">{'★'.repeat(6 - level)}</span> {inLanguage(LEVEL_WORDS[level], language)}
        </button>
      ))}
      <button type="button" className="skip-rating" data-testid="rate.skip" onClick={onSkip}>
        {say('p3.skip')}
      </button>
    </div>
  )
}

// One id for one rating, kept through silence, so that a second press is the same rating (R6).
function useGiving(token: string, onRated: (rated: Rated) => void) {
  const commandId = useRef(newCommandId())
  const [isBusy, setBusy] = useState(false)
  const [isChecking, setChecking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const give = async (level: RatingLevel, { reasons, text, phone }: Why): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const body: RateBody = { commandId: commandId.current, token, level, reasons: [...reasons], text, phone }
    const answer = await giveRating(body, () => setChecking(true))
    setBusy(false)
    setChecking(false)
    if (answer.ok) return onRated(answer.value)
    commandId.current = newCommandId()
    setProblem(answer.code)
  }
  return { isBusy, isChecking, problem, give }
}

// The words of ratings are loaded by this page alone (K54); all others are the phone's.
function useRatingSentence(): Sentence {
  const say = useText()
  const refusal = useRefusal()
  const language = useLanguage()
  return (code) => {
    const own = new Map(Object.entries(RATING_REFUSALS)).get(code)
    if (own !== undefined) return inLanguage(own, language)
    return code === 'offline' ? say('p3.failed') : refusal(code, {})
  }
}
