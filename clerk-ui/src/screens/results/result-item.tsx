import { CaseAnswer } from '@counter/shared/contract/cases'
import type { ResultRow } from '@counter/shared/contract/results'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { ResultNews, ResultWay } from '@counter/shared/vocabulary/result'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useProgress } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Reveal } from '../case/reveal.tsx'
import '../case/acts.css'
import '../case/case-facts.css'

interface ResultItemProps {
  readonly row: ResultRow
  readonly news: ResultNews
  /** What was noted, in words: the row may have left the list by then. */
  readonly onDone: (words: string) => void
}

/** One result: whom to call, where it lies, and every attempt with who, how and when. */
export function ResultItem({ row, news, onDone }: ResultItemProps) {
  const t = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const { case: found, decidedAt, shelf, phone, isGivenBack, calls } = row
  const mayAct = role === 'clerk' || role === 'handler'
  return (
    <li className="card result" data-testid="result" data-news={news}>
      <p className="result-head">
        <strong>{found.number}</strong>
        <span>
          {found.itemName} · {found.applicant} · {found.unitName}
        </span>
        <span className="small">{t('result.decided', { at: instantWords(decidedAt, language) })}</span>
        <strong>{shelf === null ? t('result.noShelf') : t('result.shelf', { place: shelf })}</strong>
      </p>
      {isGivenBack && (
        <p>
          <strong>▲ {t('result.givenBack')}</strong>
        </p>
      )}
      {phone === null ? (
        <p>{t('result.noPhone')}</p>
      ) : (
        <dl className="case-person">
          <Reveal of={`/api/cases/${found.id}`} field="phone" label="case.phone" masked={phone} />
        </dl>
      )}
      {calls.length > 0 && (
        <ol className="result-calls">
          {calls.map(({ at, by, way, isReached }) => (
            <li key={at}>
              {t('result.call', {
                at: instantWords(at, language),
                way: t(`way.told.${way}`),
                outcome: t(isReached ? 'result.reached' : 'result.silent'),
                by,
              })}
            </li>
          ))}
        </ol>
      )}
      {mayAct && <ResultActs row={row} news={news} onDone={onDone} />}
      <Link href={`/cases/${found.id}`}>
        {t('result.open')}
        <span className="visually-hidden"> {found.number}</span>
      </Link>
    </li>
  )
}

function ResultActs({ row, news, onDone }: ResultItemProps) {
  const t = useWords()
  const id = useId()
  const { send, phase, refused } = useCommand()
  const progress = useProgress(phase)
  const [place, setPlace] = useState('')
  const { number } = row.case
  const part = useRef<HTMLFieldSetElement>(null)
  useReturnFocus(part, true)

  async function press(act: string, body: object, words: string): Promise<void> {
    const head = { expectedVersion: row.case.version }
    const answer = await send(`/api/cases/${row.case.id}/${act}`, { ...head, ...body }, CaseAnswer)
    if (answer?.ok) {
      setPlace('')
      onDone(t('result.noted', { number, words }))
    }
  }

  const tell = (way: ResultWay, isReached: boolean) => {
    const words = `${t(`way.told.${way}`)} ${t(isReached ? 'result.reached' : 'result.silent')}`
    void press('tell-result', { way, isReached }, words)
  }
  function shelve(event: FormEvent): void {
    event.preventDefault()
    if (place.trim() !== '')
      void press('shelve', { place: place.trim() }, t('result.shelf', { place: place.trim() }))
  }

  return (
    <fieldset ref={part} className="act-buttons result-acts">
      <legend className="visually-hidden">{number}</legend>
      {news === 'to_call' && row.phone !== null && (
        <>
          <button type="button" onClick={() => tell('phone', true)}>
            {t('result.pressReached')}
            <span className="visually-hidden"> {number}</span>
          </button>
          <button type="button" onClick={() => tell('phone', false)}>
            {t('result.pressSilent')}
            <span className="visually-hidden"> {number}</span>
          </button>
        </>
      )}
      {news !== 'told' && (
        <button type="button" onClick={() => tell('village', true)}>
          {t('result.pressVillage')}
          <span className="visually-hidden"> {number}</span>
        </button>
      )}
      <form className="result-shelf" onSubmit={shelve}>
        <label htmlFor={id}>{t('result.place')}</label>
        <input
          id={id}
          value={place}
          maxLength={20}
          placeholder={t('result.hintPlace')}
          onChange={(event) => setPlace(event.target.value)}
        />
        <button type="submit">{t('result.setPlace')}</button>
      </form>
      <span role="status">{progress}</span>
      <RefusalLine refused={refused} />
    </fieldset>
  )
}
