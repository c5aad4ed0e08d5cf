import type { TrackLetter, TrackLetterBody } from '@counter/shared/contract/public/letter'
import { LETTER_WORDS } from '@counter/shared/text/letter-words'
import { inLanguage } from '@counter/shared/text/sentence'
import { Light } from '@counter/shared/ui/light'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { dueWords } from '@counter/shared/vocabulary/due-words'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useEffect, useState } from 'react'
import { readLetter } from '../../state/letters.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import { SecretForm } from '../track/secret-form.tsx'

/** A number with a wrong sign is as unknown as any other. */
const NOT_FOUND: readonly string[] = ['code.not_found', 'number.check_failed']

/** The way of a letter and its answer, by the page's own link or by number and code (C1304). */
export function AnswerPart({ token }: { readonly token: string | null }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const [letter, setLetter] = useState<TrackLetter | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = (secret: TrackLetterBody) =>
    void readLetter(secret).then((answer) => {
      if (answer.ok) {
        setLetter(answer.value)
        setProblem(null)
      } else if (NOT_FOUND.includes(answer.code)) setProblem(say('p5.notFound'))
      else setProblem(answer.code === 'offline' ? say('p5.failed') : refusal(answer.code, answer.params))
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is looked up once, when the page opens
  useEffect(() => {
    if (token !== null) look({ token })
  }, [token])
  return (
    <>
      {problem !== null && (
        <p role="alert" className="warning">
          {problem}
        </p>
      )}
      {letter !== null && <Found letter={letter} />}
      {letter === null && (token === null || problem !== null) && <SecretForm onSecret={look} />}
    </>
  )
}

function Found({ letter }: { readonly letter: TrackLetter }): ReactNode {
  const say = useText()
  const language = useLanguage()
  const short = language === 'en' ? 'en' : 'zh'
  const day = (on: string) => dayWords(on as PlainDate, short)
  const { light, left, overdue, isProvisional, limitUnit: unit, dueOn, reply, organ, unitName } = letter
  const facts = { light, left, overdue, isProvisional, unit, dueAt: null, now: instantOf(Date.now()) }
  const isCounting = light === 'green' || light === 'yellow' || light === 'red'
  return (
    <section data-testid="say.found">
      <p>
        {say('p5.number', { n: letter.number })} · {say('p5.received', { d: day(letter.receivedOn) })}
      </p>
      <p className="line">{say('p5.status', { s: inLanguage(LETTER_WORDS[letter.status], language) })}</p>
      <p>{unitName === null ? say('p5.unitNone') : say('p5.unit', { u: unitName })}</p>
      {isCounting && dueOn !== null && (
        <p>
          <Light light={light} words={dueWords(facts, short)} isPublic /> {say('p5.due', { d: day(dueOn) })}
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
