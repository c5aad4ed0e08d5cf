import type { RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { PrintAgain } from '../../papers/print-again.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface LoggedProps {
  readonly letter: RegisteredLetterView
  /** The writer is here or on the line, and is told code and day. */
  readonly isHeard: boolean
  readonly onNext: () => void
}

/** What was logged, with what the writer is told and the receipt. */
export function Logged({ letter, isHeard, onNext }: LoggedProps) {
  const t = useWords()
  const language = useDayLanguage()
  // The form is gone: the keys and the reader go on from what was logged.
  const told = useRef<HTMLElement | null>(null)
  useEffect(() => told.current?.focus(), [])
  return (
    <section ref={told} tabIndex={-1} className="card letter-done" role="status">
      <p>✓ {t('log.done', { number: letter.number })}</p>
      <p data-testid="log.code">
        {t(isHeard ? 'log.code' : 'log.codeOnly', { code: printedQueryCode(letter.queryCode) })}
      </p>
      {letter.dueOn !== null && (
        <p>{t(isHeard ? 'log.due' : 'log.dueOnly', { day: dateWords(letter.dueOn, language) })}</p>
      )}
      <p className="letter-doors">
        <Link href={`/letters/${letter.id}`}>{t('log.open')}</Link>
        {letter.paper !== null && (
          <PrintAgain of={`/api/letters/${letter.id}`} paper={letter.paper} isPlain>
            {t('log.print')}
          </PrintAgain>
        )}
        <button type="button" onClick={onNext}>
          {t('log.next')}
        </button>
      </p>
    </section>
  )
}
