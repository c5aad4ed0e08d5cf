import { Receipt } from '@counter/shared/contract/cases'
import type { RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface PrintReceiptProps {
  readonly letter: string
  readonly paper: string
}

/** The receipt on paper; a fault at the printer undoes nothing, and the next press is a copy (C904). */
function PrintReceipt({ letter, paper }: PrintReceiptProps) {
  const t = useWords()
  const { send, phase, refused } = useCommand()
  async function print(): Promise<void> {
    const answer = await send(`/api/letters/${letter}/papers/${paper}/print`, {}, Receipt)
    if (answer?.ok) printPaper(answer.value)
  }
  return (
    <>
      <CommandButton phase={phase} onPress={() => void print()} isPlain>
        {t('log.print')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </>
  )
}

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
        {letter.paper !== null && <PrintReceipt letter={letter.id} paper={letter.paper} />}
        <button type="button" onClick={onNext}>
          {t('log.next')}
        </button>
      </p>
    </section>
  )
}
