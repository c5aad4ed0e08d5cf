import type { TrackLetter, TrackLetterBody } from '@counter/shared/contract/public/letter'
import { LETTER_WORDS } from '@counter/shared/text/letter-words'
import { inLanguage } from '@counter/shared/text/sentence'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { readLetter } from '../../state/letters.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import { Looks } from '../track/looks.tsx'

/** A number with a wrong sign is as unknown as any other. */
const NOT_FOUND: readonly string[] = ['code.not_found', 'number.check_failed']

/** The way of a letter and its answer, by the page's own link or by number and code (C1304). */
export function AnswerPart({ token }: { readonly token: string | null }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const [letter, setLetter] = useState<TrackLetter | null>(null)
  const [found, setFound] = useState<TrackLetterBody | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isLooking, setLooking] = useState(token !== null)
  const look = (secret: TrackLetterBody) => {
    setLooking(true)
    void readLetter(secret).then((answer) => {
      setLooking(false)
      if (answer.ok) {
        setLetter(answer.value)
        setFound(secret)
        setProblem(null)
      } else if (NOT_FOUND.includes(answer.code)) setProblem(say('p5.notFound'))
      else setProblem(answer.code === 'offline' ? say('p5.lookFailed') : refusal(answer.code, answer.params))
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is looked up once, when the page opens
  useEffect(() => {
    if (token !== null) look({ token })
  }, [token])
  return (
    <>
      {isLooking && <p role="status">{say('p5.looking')}</p>}
      {problem !== null && !isLooking && (
        <p role="alert" className="warning">
          {problem}
        </p>
      )}
      {letter !== null && <Found letter={letter} />}
      {found !== null && <Looks secret={found} path="/api/track/letter/looks" />}
      {letter === null && (token === null || problem !== null) && <CodeForm onSecret={look} />}
    </>
  )
}

// A form of its own: the one of the ticket's page stays in the ticket's file (K54).
function CodeForm({ onSecret }: { readonly onSecret: (secret: TrackLetterBody) => void }): ReactNode {
  const say = useText()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (number.trim() !== '' && code.trim() !== '') onSecret({ number: number.trim(), code: code.trim() })
  }
  return (
    <form className="say-form" onSubmit={send}>
      <label>
        {say('p5.askNumber')}
        <input
          value={number}
          maxLength={30}
          required
          autoComplete="off"
          onChange={({ target }) => setNumber(target.value)}
        />
      </label>
      <label>
        {say('p5.askCode')}
        <input
          value={code}
          maxLength={12}
          required
          autoComplete="off"
          autoCapitalize="characters"
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      <button type="submit" className="main">
        {say('p5.find')}
      </button>
    </form>
  )
}

function Found({ letter }: { readonly letter: TrackLetter }): ReactNode {
  const say = useText()
  const language = useLanguage()
  const short = language === 'en' ? 'en' : 'zh'
  const day = (on: string) => dayWords(on as PlainDate, short)
  const { light, dueOn, reply, organ, unitName } = letter
  const isWaiting = light === 'green' || light === 'yellow' || light === 'red'
  return (
    <section data-testid="say.found">
      <p>
        {say('p5.number', { n: letter.number })} · {say('p5.received', { d: day(letter.receivedOn) })}
      </p>
      <p className="line">{say('p5.status', { s: inLanguage(LETTER_WORDS[letter.status], language) })}</p>
      <p>{unitName === null ? say('p5.unitNone') : say('p5.unit', { u: unitName })}</p>
      {isWaiting && dueOn !== null && (
        <p>
          {light === 'red' && `${say('p5.overdue')} · `}
          {say('p5.due', { d: day(dueOn) })}
        </p>
      )}
      {organ !== null && <p>{say('p5.organ', { o: organ })}</p>}
      {reply === null ? (
        <p>{say('p5.notYet')}</p>
      ) : (
        <>
          <h2>{say('p5.reply')}</h2>
          <p className="say-answer">{reply}</p>
          {letter.repliedOn !== null && <p>{say('p5.repliedOn', { d: day(letter.repliedOn) })}</p>}
        </>
      )}
    </section>
  )
}
