import { type Account, AccountAnswer, type AccountPlaces } from '@counter/shared/contract/accounts'
import { Button } from 'antd'
import { useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'
import { HistoryList } from './history-list.tsx'
import { NewCode } from './new-code.tsx'
import { type Post, PostFields, postBody } from './post-fields.tsx'
import { SaveBar } from './save-bar.tsx'

const ACTS = ['new-code', 'end-sessions', 'stop', 'resume'] as const
type Act = (typeof ACTS)[number]

interface AccountDraft extends Post {
  /** What is asked for besides the fields; null: the fields alone. */
  readonly act: Act | null
  readonly reason: string
}

interface AccountEditorProps {
  readonly account: Account
  readonly places: AccountPlaces
  readonly onChanged: (account: Account) => void
  readonly onClose: () => void
}

/** One account: its post, its code, its sessions, its end, and its trail. */
export function AccountEditor({ account, places, onChanged, onClose }: AccountEditorProps) {
  const words = useWords()
  const { staffId, displayName, signInName, stoppedAt } = account
  const [draft, keep] = useAdminDraft<AccountDraft>(`account:${staffId}`)
  const shown = draft ?? draftOf(account)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [answered, setAnswered] = useState<AccountAnswer | null>(null)
  const save = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await sendChange(account, shown)
    setBusy(false)
    setRefused(answer.ok ? null : answer)
    if (!answer.ok) return
    keep(null)
    setAnswered(answer.value)
    onChanged(answer.value.account)
  }
  const acts = ACTS.filter((act) => (act === 'resume') === (stoppedAt !== null))
  return (
    <section className="card stack" aria-label={displayName}>
      <h2>
        {displayName} <span className="quiet">{signInName}</span>
      </h2>
      {shown.act === null && (
        <PostFields post={shown} places={places} onChange={(more) => keep({ ...shown, ...more })} />
      )}
      <div className="line">
        {acts.map((act) => (
          <Button
            key={act}
            danger={act === 'stop'}
            aria-pressed={shown.act === act}
            onClick={() => keep({ ...draftOf(account), act: shown.act === act ? null : act })}
          >
            {words(`a3.act.${act}`)}
          </Button>
        ))}
        <Button onClick={onClose}>{words('frame.close')}</Button>
      </div>
      {draft === null && answered !== null && <p role="status">✓ {words('admin.saved')}</p>}
      {answered !== null && <NewCode answer={answered} onClose={() => setAnswered(null)} />}
      {draft !== null && (
        <SaveBar
          effect={words(shown.act === null ? 'a3.moves' : `a3.effect.${shown.act}`)}
          reason={shown.reason}
          isBusy={isBusy}
          refused={refused}
          onReason={(reason) => keep({ ...shown, reason })}
          onSave={() => void save()}
          onDrop={() => {
            keep(null)
            setRefused(null)
          }}
        />
      )}
      <HistoryList path={`/api/staff/${staffId}/history`} fresh={account.version} />
    </section>
  )
}

function draftOf({ displayName, role, unit, village, posts, windows }: Account): AccountDraft {
  return { displayName, role, unit, village, windows, posts: posts.join(' '), act: null, reason: '' }
}

function sendChange({ staffId, version }: Account, { act, reason: typed, ...post }: AccountDraft) {
  const reason = typed.trim()
  if (act !== null) return command(`/api/staff/${staffId}/${act}`, { reason }, AccountAnswer)
  const body = { expectedVersion: version, reason, ...postBody(post) }
  return command(`/api/staff/${staffId}/change`, body, AccountAnswer)
}
