import { type Answer, newCommandId } from '@counter/shared/client/commands'
import type { RateBody, Rated } from '@counter/shared/contract/public/rating'
import { LEVEL_WORDS } from '@counter/shared/text/rating-words'
import { inLanguage } from '@counter/shared/text/sentence'
import { RATING_LEVELS, type RatingLevel } from '@counter/shared/vocabulary/rating'
import { type ReactNode, useRef, useState } from 'react'
import { useLanguage, useText } from '../../text/text.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { LowRating, type Why } from './low-rating.tsx'
import type { Sentence } from './rating-sentence.ts'

const NO_WHY: Why = { reasons: [], text: '', phone: '' }
/** 不满意 and worse may say why. */
const LOW: readonly RatingLevel[] = [4, 5]

/** What is sent of a rating, whichever service it is of. */
export type Said = Omit<RateBody, 'token'>
export type Send = (said: Said, onChecking: () => void) => Promise<Answer<Rated>>

type Step =
  | { readonly is: 'choose' }
  | { readonly is: 'why'; readonly level: RatingLevel }
  | { readonly is: 'thanks'; readonly rectifyDays: number | null }
  | { readonly is: 'skipped' }

interface RatingProps {
  readonly send: Send
  readonly sentence: Sentence
  /** What stands while an answer is awaited longer than usual. */
  readonly checking?: TextKey
}

/** The levels, the reasons of a low one, and the thanks; one press or two (R-0, P-3). */
export function Rating({ send, sentence, checking = 'p3.checking' }: RatingProps): ReactNode {
  const say = useText()
  const [step, setStep] = useState<Step>({ is: 'choose' })
  const rating = useGiving(send, (rated) => setStep({ is: 'thanks', ...rated }))
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
      {rating.isBusy && <p role="status">{say(rating.isChecking ? checking : 'p3.sending')}</p>}
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
function useGiving(send: Send, onRated: (rated: Rated) => void) {
  const commandId = useRef(newCommandId())
  const [isBusy, setBusy] = useState(false)
  const [isChecking, setChecking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const give = async (level: RatingLevel, { reasons, text, phone }: Why): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const said: Said = { commandId: commandId.current, level, reasons: [...reasons], text, phone }
    const answer = await send(said, () => setChecking(true))
    setBusy(false)
    setChecking(false)
    if (answer.ok) return onRated(answer.value)
    commandId.current = newCommandId()
    setProblem(answer.code)
  }
  return { isBusy, isChecking, problem, give }
}
