import type { CaseRow } from '@counter/shared/contract/case-row'
import { OwnDay } from '@counter/shared/contract/own-day'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet, useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { CaseTable } from '../unit/case-table.tsx'
import { StaleLine } from '../unit/stale-line.tsx'
import '../unit/unit.css'
import { useBoardNews } from '../../state/use-board-news.ts'
import { CallBacksLine } from './call-backs-line.tsx'

const MINUTE_MS = 60_000

interface Shown {
  readonly key: string
  readonly title: string
  readonly hint: string | null
  readonly empty: 'taken' | 'promised' | 'open' | 'standIn' | 'warned'
  readonly rows: readonly CaseRow[]
}

/** C-10 我的一天: taken today, promised, in hand; and what is mine as somebody's deputy (C403, C704). A count is its list. */
export function OwnDayScreen() {
  const t = useWords()
  const session = useSession((state) => state.session)
  const told = useBoardNews(session)
  const net = useNet((state) => state.net)
  const { value, refused } = useReading('/api/own-day', OwnDay, told)
  const [chosen, setChosen] = useState('open')
  const lists = useLists(value)
  const shown = lists.find(({ key }) => key === chosen) ?? lists[0]
  const state = shown === undefined ? 'loading' : shown.rows.length === 0 ? 'empty' : 'normal'
  return (
    <div className="case-ui" data-screen="C-10" data-state={net === 'offline' ? 'stale' : state}>
      <h1>{t('c6.title')}</h1>
      <StaleLine words="result.stale" />
      <RefusalLine refused={refused} />
      {shown === undefined && refused === null && <SlowWords />}
      <CallBacksLine />
      <fieldset className="switch">
        <legend className="visually-hidden">{t('c6.title')}</legend>
        {lists.map(({ key, title }) => (
          <button key={key} type="button" aria-pressed={key === shown?.key} onClick={() => setChosen(key)}>
            {title}
          </button>
        ))}
      </fieldset>
      {shown !== undefined && <List key={shown.key} shown={shown} />}
    </div>
  )
}

function List({ shown }: { readonly shown: Shown }) {
  const t = useWords()
  const [, go] = useLocation()
  const now = useServerNow(MINUTE_MS)
  return (
    <>
      {shown.hint !== null && <p>{shown.hint}</p>}
      {shown.rows.length === 0 ? (
        <p role="status">{t(`c6.empty.${shown.empty}`)}</p>
      ) : (
        <CaseTable rows={shown.rows} now={now} caption="c6.caption" onOpen={({ id }) => go(`/cases/${id}`)} />
      )}
    </>
  )
}

function useLists(day: OwnDay | null): readonly Shown[] {
  const t = useWords()
  const language = useDayLanguage()
  if (day === null) return []
  const own = (['open', 'promised', 'taken'] as const).map(
    (key): Shown => ({
      key,
      title: t(`c6.${key}`, { n: day[key].length }),
      hint: null,
      empty: key,
      rows: day[key],
    }),
  )
  const standIn = day.standIn.map(
    ({ name, until, cases }): Shown => ({
      key: `for ${name}`,
      title: t('c6.standIn', { name, n: cases.length }),
      hint: until === null ? null : t('c6.until', { day: dayWords(until, language) }),
      empty: 'standIn',
      rows: cases,
    }),
  )
  const warned: readonly Shown[] =
    day.warned.length === 0
      ? []
      : [
          {
            key: 'warned',
            title: t('c6.warned', { n: day.warned.length }),
            hint: t('c6.warnedHint'),
            empty: 'warned',
            rows: day.warned,
          },
        ]
  return [...own, ...standIn, ...warned]
}
