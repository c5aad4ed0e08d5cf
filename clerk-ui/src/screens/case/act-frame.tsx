import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useProgress } from '../../components/command-button.tsx'
import type { Refused } from '../../components/refusal-line.tsx'
import { type CommandPhase, isDeaf } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { useActFocus } from './use-act-focus.ts'
import { WhyNot } from './why-not.tsx'
import './acts.css'

export interface ActFrameProps {
  readonly title: TextKey
  readonly caseNumber: string
  readonly phase: CommandPhase
  readonly refused: Refused | null
  /** A final act shows a review line first. */
  readonly isFinal: boolean
  /** Null when the form may go; else what is missing, in words. */
  readonly missing: string | null
  /** What is read again before a final act: each question with its answer. */
  readonly answers?: readonly Answered[]
  /** Null where there is nothing to send; the form says why. */
  readonly onSend: (() => void) | null
  readonly onClose: (() => void) | null
  readonly children?: ReactNode
}

export interface Answered {
  readonly question: string
  readonly answer: string
}

/** The frame of every act's form: questions, review line, progress in words, refusal; Ctrl+Enter sends, Esc closes (U14, U31). */
export function ActFrame(props: ActFrameProps) {
  const { title, phase, refused, missing, isFinal, onSend, onClose, children } = props
  const t = useWords()
  const headingId = useId()
  const progress = useProgress(phase)
  const [isReviewing, setReviewing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const noteFocus = useActFocus(form, { isOpened: onClose !== null, phase })

  // A refused act is written anew before it is reviewed anew.
  useEffect(() => {
    if (refused !== null) setReviewing(false)
  }, [refused])

  function press(): void {
    setProblem(missing)
    if (onSend === null || missing !== null || isDeaf(phase)) return
    if (isFinal && !isReviewing) setReviewing(true)
    else onSend()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.repeat) return
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      press()
    } else if (event.key === 'Escape' && onClose !== null) {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
  }

  return (
    <form
      ref={form}
      className="act-form"
      aria-labelledby={headingId}
      onKeyDown={onKeyDown}
      onFocus={noteFocus}
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      <h3 id={headingId}>{t(title)}</h3>
      <fieldset className="act-fields" disabled={phase !== 'writing'} hidden={isReviewing}>
        <legend className="visually-hidden">{t(title)}</legend>
        {children}
      </fieldset>
      {problem !== null && missing !== null && <p role="alert">{problem}</p>}
      {refused !== null && <WhyNot refused={refused} />}
      {isReviewing ? (
        <Review {...props} onChange={() => setReviewing(false)} />
      ) : (
        <div className="act-buttons">
          {onSend !== null && (
            <button type="submit" className="primary" aria-disabled={isDeaf(phase)}>
              {progress ?? t(isFinal ? 'form.review' : 'form.send')}
            </button>
          )}
          {onClose !== null && (
            <button type="button" onClick={onClose}>
              {t('form.cancel')}
            </button>
          )}
        </div>
      )}
    </form>
  )
}

/** The line that is read before an act that cannot be taken back (3.3.4). Its button has the focus, so Enter confirms. */
function Review({
  title,
  caseNumber,
  phase,
  answers = [],
  onChange,
}: ActFrameProps & { readonly onChange: () => void }) {
  const t = useWords()
  const progress = useProgress(phase)
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => confirm.current?.focus(), [])
  const act = t(title)
  return (
    <div className="act-review">
      <p role="status">{t('form.reviewLine', { number: caseNumber, act })}</p>
      {answers.length > 0 && (
        <dl>
          {answers.map(({ question, answer }) => (
            <Fragment key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      <div className="act-buttons">
        <button type="submit" ref={confirm} className="primary" aria-disabled={isDeaf(phase)}>
          {progress ?? t('form.confirm', { act })}
        </button>
        <button type="button" onClick={onChange} disabled={phase !== 'writing'}>
          {t('form.change')}
        </button>
      </div>
    </div>
  )
}
