import type { LetterDetail } from '@counter/shared/contract/letters'
import { LETTER_FLAG_WORDS, LETTER_WORDS, SATISFACTION_WORDS } from '@counter/shared/text/letter-words'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import { LETTER_EVENT_WORDS } from '@counter/shared/vocabulary/letter-event-words'
import {
  CHANNEL_WORDS,
  LETTER_TOPIC_WORDS,
  REPLY_WAY_WORDS,
  REVIEW_WORDS,
} from '@counter/shared/vocabulary/letter-words'
import { useState } from 'react'
import { SlowWords } from '../../components/slow-words.tsx'
import { letterTopic, newerLetter } from '../../state/letters.ts'
import { useNet, useServerNow, useTopic } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { ClockTable, Explained } from '../case/case-clocks.tsx'
import { CasePapers } from '../case/case-papers.tsx'
import { movesWords } from '../case/moves-words.ts'
import { Reveal } from '../case/reveal.tsx'
import { StaleLine } from '../unit/stale-line.tsx'
import { LetterActs } from './letter-acts.tsx'
import { LetterLight } from './letter-light.tsx'
import { LetterOrders } from './letter-orders.tsx'
import { LetterPublication } from './letter-publication.tsx'
import { registrationWords } from './registration-words.ts'
import './letters.css'
import '../case/case-facts.css'

const MINUTE_MS = 60_000

/** One letter, live: what it says, by when it is answered and why, the answer, and what this person may do now (C1302). */
export function LetterScreen({ id }: { readonly id: string }) {
  const t = useWords()
  const net = useNet((state) => state.net)
  const { state, refused } = useTopic(`letter:${id}`, letterTopic)
  const [answered, setAnswered] = useState<LetterDetail | null>(null)
  const letter = newerLetter(state, answered)
  if (letter === null)
    return (
      <div
        className="case-ui letters"
        data-screen="C-7"
        data-state={refused === null ? 'loading' : 'refused'}
      >
        {refused === null ? <SlowWords text="letter.loading" /> : <p role="alert">■ {t('letter.missing')}</p>}
      </div>
    )
  return (
    <div className="case-ui letters" data-screen="C-7" data-state={net === 'offline' ? 'stale' : 'normal'}>
      <StaleLine words="letter.stale" />
      <Head letter={letter} />
      <LetterActs letter={letter} onDone={setAnswered} />
      <Said letter={letter} />
      <LetterPublication letter={letter} />
      <LetterOrders letter={letter} />
      <CasePapers papers={letter.papers} of={`/api/letters/${letter.row.id}`} />
      <Clocks letter={letter} />
      <Happened letter={letter} />
    </div>
  )
}

interface PartProps {
  readonly letter: LetterDetail
}

function Head({ letter: { row, writer, people, representatives, leader, originalNumber } }: PartProps) {
  const t = useWords()
  const language = useDayLanguage()
  const now = useServerNow(MINUTE_MS)
  const of = `/api/letters/${row.id}`
  const due = row.dueAt === null || row.repliedAt !== null ? null : dueDateWords(row.dueAt, language)
  return (
    <header className="case-header card">
      <h1 className="case-title">
        {row.number}
        <span className="case-item">
          {CHANNEL_WORDS[row.channel][language]} · {LETTER_TOPIC_WORDS[row.topic][language]}
        </span>
        {row.flags.map((flag) => (
          <span key={flag} className="letter-flag">
            {LETTER_FLAG_WORDS[flag][language]}
          </span>
        ))}
      </h1>
      <p className="case-facts">
        <span data-testid="letter.light">
          <LetterLight row={row} now={now} />
        </span>
        <strong data-testid="letter.status">{LETTER_WORDS[row.status][language]}</strong>
        {due !== null && (
          <span data-testid="letter.due">
            {t(row.clockKind === 'notice' ? 'letter.noticeBy' : 'letter.dueBy', {
              day: due.replace(/ 前$|^by /, ''),
            })}
            {provisionalWords(row.isProvisional, language)}
          </span>
        )}
        <span>{row.unitName === null ? t('letters.nobody') : t('letter.unit', { unit: row.unitName })}</span>
        {row.handler !== null && <span>{t('letter.handler', { name: row.handler })}</span>}
        {row.externalNumber !== null && <span>{t('letter.external', { number: row.externalNumber })}</span>}
        {originalNumber !== null && <span>{t('letter.original', { number: originalNumber })}</span>}
        {people > 1 && <span>{t('letter.group', { n: people, k: representatives })}</span>}
        {leader !== '' && <span>{t('letter.leader', { name: leader })}</span>}
      </p>
      <dl className="case-person">
        <Reveal of={of} field="name" label="letter.writer" masked={writer.name} />
        <Reveal of={of} field="phone" label="letter.phone" masked={writer.phone} />
        <Reveal of={of} field="address" label="letter.address" masked={writer.hasAddress ? '***' : null} />
      </dl>
    </header>
  )
}

function Said({ letter: { text, answer, way, satisfied, review } }: PartProps) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <section className="card" aria-labelledby="letter-text">
      <h2 id="letter-text">{t('letter.text')}</h2>
      <p className="letter-words">{text}</p>
      {answer !== null && (
        <>
          <h2>{t('letter.answer')}</h2>
          <p className="letter-words" data-testid="letter.answer">
            {answer.text}
          </p>
          <p className="small">
            {t('letter.answerBy', { by: answer.by })} ·{' '}
            {answer.signer === null ? t('letter.unsigned') : t('letter.signedBy', { signer: answer.signer })}
          </p>
        </>
      )}
      {way !== null && <p>{t('letter.way', { way: REPLY_WAY_WORDS[way][language] })}</p>}
      {satisfied !== null && (
        <p>{t('letter.satisfied', { word: SATISFACTION_WORDS[satisfied][language] })}</p>
      )}
      {review !== null && (
        <p data-testid="letter.review">
          {t('letter.review', { day: dateWords(review.askedOn, language), organ: review.organ })}
          {' · '}
          {review.outcome === null ? t('letter.reviewWaits') : REVIEW_WORDS[review.outcome][language]}
        </p>
      )}
    </section>
  )
}

// The day that was told and the one that counts now stand side by side when they are two (C520).
function Clocks({ letter: { clocks, toldDueOn, row } }: PartProps) {
  const t = useWords()
  const language = useDayLanguage()
  const isOther = toldDueOn !== null && row.repliedAt === null && row.dueOn !== null && row.dueOn > toldDueOn
  return (
    <section className="card" aria-labelledby="letter-clocks">
      <h2 id="letter-clocks">{t('letter.clocks')}</h2>
      <ClockTable clocks={clocks} isPetition />
      {toldDueOn !== null && (
        <p className={isOther ? 'stale' : undefined} data-testid="letter.told">
          {isOther && '▲ '}
          {t('letter.told', { day: dateWords(toldDueOn, language) })}
          {isOther && ` · ${t('letter.tellAgain')}`}
        </p>
      )}
      {clocks.map((clock) => (
        <Explained key={clock.kind} clock={clock} isPetition />
      ))}
    </section>
  )
}

function Happened({ letter: { events } }: PartProps) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <section className="card" aria-labelledby="letter-events">
      <h2 id="letter-events">{t('letter.events')}</h2>
      <ol className="timeline">
        {events.map(({ id, type, at, by, text, isVoided, registration, moves }) => (
          <li key={id} data-voided={isVoided}>
            <time dateTime={at}>{instantWords(at, language)}</time>{' '}
            <strong>{LETTER_EVENT_WORDS[type][language]}</strong> · {by}
            {isVoided && <strong className="small"> · {t('event.isVoided')}</strong>}
            {registration !== null && (
              <p className="event-text">{registrationWords(registration, t, language)}</p>
            )}
            {moves.length > 0 && <p className="event-text">{movesWords(moves, t, language)}</p>}
            {text !== null && <p className="letter-words">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
