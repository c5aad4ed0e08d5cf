import { LEVEL_WORDS, REASON_WORDS } from '@counter/shared/text/rating-words'
import { inLanguage } from '@counter/shared/text/sentence'
import { RATING_REASONS, type RatingLevel, type RatingReason } from '@counter/shared/vocabulary/rating'
import { type ReactNode, useState } from 'react'
import { useLanguage, useText } from '../../text/text.ts'

/** Why somebody was not satisfied; all of it may stay empty. */
export interface Why {
  readonly reasons: readonly RatingReason[]
  readonly text: string
  readonly phone: string
}

interface LowRatingProps {
  readonly level: RatingLevel
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onSend: (why: Why) => void
}

/** Reasons, words and a number for an answer, none of them asked for twice. */
export function LowRating({ level, isBusy, onBack, onSend }: LowRatingProps): ReactNode {
  const say = useText()
  const language = useLanguage()
  const [why, setWhy] = useState<Why>({ reasons: [], text: '', phone: '' })
  const toggle = (reason: RatingReason) =>
    setWhy((known) => ({
      ...known,
      reasons: known.reasons.includes(reason)
        ? known.reasons.filter((each) => each !== reason)
        : [...known.reasons, reason],
    }))
  return (
    <form
      className="low-rating"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(why)
      }}
    >
      <p className="line">{inLanguage(LEVEL_WORDS[level], language)}</p>
      <fieldset>
        <legend>{say('p3.why')}</legend>
        <div className="reasons">
          {RATING_REASONS.map((reason) => (
            <button
              key={reason}
              type="button"
              aria-pressed={why.reasons.includes(reason)}
              onClick={() => toggle(reason)}
            >
              {why.reasons.includes(reason) ? '✓ ' : ''}
              {inLanguage(REASON_WORDS[reason], language)}
            </button>
          ))}
        </div>
      </fieldset>
      <label>
        {say('p3.text')}
        <textarea
          rows={3}
          maxLength={500}
          value={why.text}
          onChange={({ target }) => setWhy((known) => ({ ...known, text: target.value }))}
        />
      </label>
      <label>
        {say('p3.phone')}
        <input
          type="tel"
          autoComplete="tel"
          maxLength={20}
          value={why.phone}
          onChange={({ target }) => setWhy((known) => ({ ...known, phone: target.value }))}
        />
      </label>
      <div className="acts">
        <button type="submit" className="main" aria-disabled={isBusy}>
          {say('p3.send')}
        </button>
        <button type="button" onClick={onBack}>
          {say('p3.back')}
        </button>
      </div>
    </form>
  )
}
