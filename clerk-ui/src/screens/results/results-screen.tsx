import { RESULT_NEWS, type ResultNews } from '@counter/shared/vocabulary/result'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { StaleLine } from '../unit/stale-line.tsx'
import '../unit/unit.css'
import { useBoardNews } from '../../state/use-board-news.ts'
import { ResultItem } from './result-item.tsx'
import './results.css'
import { useResults } from './use-results.ts'

const PAGE = 50
const MOST = 200

/** 待取: whom to call, who knows, whom nobody reached; where each paper lies. The list stands in the address (C-4). */
export function ResultsScreen() {
  const t = useWords()
  const [, go] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('news')
  const news: ResultNews = RESULT_NEWS.find((known) => known === asked) ?? 'to_call'
  const session = useSession((state) => state.session)
  const net = useNet((state) => state.net)
  const told = useBoardNews(session)
  const [attempt, setAttempt] = useState(0)
  const [limit, setLimit] = useState(PAGE)
  const reason = useReason(told, attempt)
  const { phase, found } = useResults(news, limit, reason)
  const [noted, setNoted] = useState('')
  const again = () => setAttempt((count) => count + 1)
  const done = (words: string) => {
    setNoted(words)
    again()
  }
  const rows = found?.items ?? []
  return (
    <div className="case-ui" data-screen="C-5" data-state={stateOf(phase, rows.length, net)}>
      <h1>{t('result.title')}</h1>
      <StaleLine words="result.stale" />
      {session?.role === 'clerk' && <Link href="/visits">{t('visit.title')}</Link>}
      <fieldset className="switch">
        <legend className="visually-hidden">{t('result.lists')}</legend>
        {RESULT_NEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === news}
            onClick={() => go(`/results${each === 'to_call' ? '' : `?news=${each}`}`, { replace: true })}
          >
            {t(`result.${each}`, { n: found?.counts[each] ?? 0 })}
          </button>
        ))}
      </fieldset>
      <p role="status">{noted !== '' && <>✓ {noted}</>}</p>
      {phase === 'loading' && <SlowWords text="result.loading" />}
      {phase === 'failed' && (
        <p role="alert">
          ■ {t('result.failed')}{' '}
          <button type="button" onClick={again}>
            {t('result.retry')}
          </button>
        </p>
      )}
      {phase === 'ready' && rows.length === 0 && <p role="status">{t(`result.empty.${news}`)}</p>}
      <ol className="plain result-list">
        {rows.map((row) => (
          <ResultItem key={row.case.id} row={row} news={news} onDone={done} />
        ))}
      </ol>
      {found !== null && found.next !== null && limit < MOST && (
        <button type="button" onClick={() => setLimit(limit + PAGE)}>
          {t('result.more')}
        </button>
      )}
    </div>
  )
}

// A change of identity is the news: each message of the followed topic makes a new state.
function useReason(told: unknown, attempt: number): object {
  const [held, setHeld] = useState({ told, attempt })
  if (held.told !== told || held.attempt !== attempt) setHeld({ told, attempt })
  return held
}

function stateOf(phase: string, count: number, net: string): string {
  if (phase !== 'ready') return phase === 'loading' ? 'loading' : 'error'
  if (net === 'offline') return 'stale'
  return count === 0 ? 'empty' : 'normal'
}
