import { logBookCells } from '@counter/shared/case-paper/log-book-cells'
import type { Answer } from '@counter/shared/client/commands'
import { LogBook, type LogBookRow } from '@counter/shared/contract/log-book'
import { LOG_BOOK_WORDS } from '@counter/shared/text/log-book-words'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../state/ask.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CorrectConsultation } from './correct-consultation.tsx'
import { Again } from './item-picker.tsx'
import { Opening } from './opening.tsx'
import { useOwnCases } from './own-cases.ts'

/** 代办台账 of the own point, newest line first; read again whenever one of its cases changes (V16, V19). */
export function LogBookScreen(): ReactNode {
  const words = useVillageWords()
  const { state } = useOwnCases()
  const { lines, more, isBroken, again } = useLogBook(state)
  const screenState = isBroken ? 'error' : lines === null ? 'loading' : 'normal'
  return (
    <section className="v-stack" data-screen="V-4" data-state={`log-book-${screenState}`}>
      <h1 tabIndex={-1}>{words('village.logBook.title')}</h1>
      {isBroken ? <Again onAgain={again} /> : null}
      {lines === null && !isBroken ? <Opening /> : null}
      {lines?.length === 0 ? <p>{words('village.logBook.empty')}</p> : null}
      <ul className="v-rows">
        {lines?.map((line) => (
          <LogBookLine key={`${line.year} ${line.serial}`} line={line} onCorrected={again} />
        ))}
      </ul>
      {more === null ? null : (
        <button type="button" className="v-second" onClick={more}>
          {words('village.logBook.more')}
        </button>
      )}
    </section>
  )
}

interface Pages {
  readonly lines: readonly LogBookRow[]
  readonly next: string | null
}

function useLogBook(changed: unknown) {
  const [pages, setPages] = useState<Pages | null>(null)
  const [isBroken, setBroken] = useState(false)
  const [turn, setTurn] = useState(0)

  const take = (answer: Answer<ReturnType<typeof LogBook.parse>>, before: readonly LogBookRow[]) => {
    setBroken(!answer.ok)
    if (answer.ok) setPages({ lines: [...before, ...answer.value.items], next: answer.value.next })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the cases is the reason to read again
  useEffect(() => {
    let isCurrent = true
    void read('/api/log-book', LogBook).then((answer) => isCurrent && take(answer, []))
    return () => {
      isCurrent = false
    }
  }, [changed, turn])
  const next = pages?.next ?? null
  const more =
    next === null
      ? null
      : () =>
          void read(`/api/log-book?cursor=${encodeURIComponent(next)}`, LogBook).then((answer) =>
            take(answer, pages?.lines ?? []),
          )
  return { lines: pages?.lines ?? null, more, isBroken, again: () => setTurn(turn + 1) }
}

// What has not happened yet is no line (V18).
function LogBookLine({
  line,
  onCorrected,
}: {
  readonly line: LogBookRow
  readonly onCorrected: () => void
}): ReactNode {
  const { language } = useVillageLanguage()
  const tongue = language === 'en' ? 'en' : 'zh'
  const shown = logBookCells(line, tongue).filter(({ word, text }) => text !== '' && !HEAD.has(word))
  return (
    <li data-testid="log-book.row">
      <LogBookHead line={line} />
      <dl className="v-facts">
        {shown.map(({ word, text }) => (
          <div key={word}>
            <dt>{LOG_BOOK_WORDS[word][tongue]}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {line.consultation === null ? null : (
        <CorrectConsultation
          key={line.consultation.corrections?.length ?? 0}
          consultation={line.consultation}
          onDone={onCorrected}
        />
      )}
    </li>
  )
}

const HEAD: ReadonlySet<string> = new Set(['serial', 'point', 'number', 'applicant'])

function LogBookHead({
  line: { serial, case: taken, consultation },
}: {
  readonly line: LogBookRow
}): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  if (taken === null) {
    return (
      <p className="v-case">
        <strong>{`${serial} · ${words('village.type.consult.log')}`}</strong>
        <span>{consultation?.person}</span>
      </p>
    )
  }
  return (
    <Link className="v-case" href={`/village/cases/${taken.id}`}>
      <strong>{`${serial} · ${taken.itemName}`}</strong>
      <span>{`${taken.applicant} · ${taken.number}`}</span>
      <span>{CASE_WORDS[taken.status][days]}</span>
      {taken.isRelative ? <span>▲ {words('village.logBook.relative')}</span> : null}
    </Link>
  )
}
