import type { Answer } from '@counter/shared/client/commands'
import { LogBook, type LogBookRow } from '@counter/shared/contract/village'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { CASE_STATUSES, type CaseStatus } from '@counter/shared/vocabulary/case'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../state/ask.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import { Again } from './item-picker.tsx'
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
      {lines === null ? <p>{words('village.loading')}</p> : null}
      {lines?.length === 0 ? <p>{words('village.logBook.empty')}</p> : null}
      <ul className="v-rows">
        {lines?.map((line) => (
          <LogBookLine key={line.caseId} line={line} />
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

function LogBookLine({ line }: { readonly line: LogBookRow }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const day = (at: LogBookRow['decidedAt']) => (at === null ? null : dayWords(civilDate(at), days))
  const facts: readonly (readonly [VillageKey, string | null])[] = [
    ['village.logBook.agent', line.agent],
    ['village.case.registered', day(line.registeredAt)],
    ['village.case.received', receivedWords(day(line.receivedAt), line.handUpWorkdays, words)],
    ['village.logBook.notice', day(line.noticeAt)],
    ['village.logBook.decided', day(line.decidedAt)],
    ['village.logBook.delivered', day(line.deliveredAt)],
  ]
  return (
    <li data-testid="log-book.row">
      <Link className="v-case" href={`/village/cases/${line.caseId}`}>
        <strong>{`${line.serial} · ${line.itemName}`}</strong>
        <span>{`${line.applicant} · ${line.number}`}</span>
        <span>{isStatus(line.status) ? CASE_WORDS[line.status][days] : line.status}</span>
      </Link>
      <dl className="v-facts">
        {facts.map(([key, value]) =>
          value === null ? null : (
            <div key={key}>
              <dt>{words(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {line.isRelative ? <p>▲ {words('village.logBook.relative')}</p> : null}
    </li>
  )
}

function receivedWords(
  day: string | null,
  handUp: number | null,
  words: ReturnType<typeof useVillageWords>,
): string | null {
  if (day === null || handUp === null) return day
  return `${day} · ${words('village.case.handUp', { n: handUp })}`
}

function isStatus(text: string): text is CaseStatus {
  return (CASE_STATUSES as readonly string[]).includes(text)
}
