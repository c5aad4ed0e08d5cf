import { useState } from 'react'
import { Link } from 'wouter'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet, useServerNow, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { superviseTopic } from '../../state/supervise.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { StaleLine } from '../unit/stale-line.tsx'
import { RequestCard } from './request-card.tsx'
import './sign.css'
import { useApprovals } from './use-approvals.ts'

const MINUTE_MS = 60_000

/** 待签: what waits for the second signature of a leader or supervisor, each with its counted promise (C403, C424). */
export function SignScreen() {
  const t = useWords()
  const now = useServerNow(MINUTE_MS)
  const net = useNet((state) => state.net)
  const { state } = useTopic('supervisor', superviseTopic)
  const role = useSession(({ session }) => session?.role)
  const [attempt, setAttempt] = useState(0)
  const { phase, rows } = useApprovals(newsOf(state), attempt)
  const again = () => setAttempt((count) => count + 1)
  return (
    <div className="case-ui" data-screen="L-3" data-state={stateOf(phase, rows.length, net)}>
      <h1>{t('sign.title')}</h1>
      <StaleLine words="sign.stale" />
      {phase === 'loading' && <SlowWords text="sign.loading" />}
      {phase === 'failed' && (
        <p role="alert">
          ■ {t('sign.failed')}{' '}
          <button type="button" onClick={again}>
            {t('sign.retry')}
          </button>
        </p>
      )}
      {phase === 'ready' && (
        <p role="status">{rows.length === 0 ? t('sign.empty') : t('sign.count', { n: rows.length })}</p>
      )}
      <ol className="plain sign-list">
        {rows.map((row) => (
          <li key={row.case.id}>
            <RequestCard request={row} now={now} onDone={again} />
          </li>
        ))}
      </ol>
      {role === 'supervisor' && (
        <p>
          <Link href="/admin/retention">{t('frame.adminRetention')}</Link>
        </p>
      )}
    </div>
  )
}

// The list is read anew when a request comes or goes, and when a light moves.
function newsOf(state: ReturnType<typeof superviseTopic.state.parse> | null): string {
  return state === null ? '' : [state.approvals, ...Object.values(state.counts)].join()
}

function stateOf(phase: string, count: number, net: string): string {
  if (phase !== 'ready') return phase === 'loading' ? 'loading' : 'error'
  if (net === 'offline') return 'stale'
  return count === 0 ? 'empty' : 'normal'
}
