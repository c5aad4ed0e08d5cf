import { type Account, AccountAnswer, type AccountPlaces } from '@counter/shared/contract/accounts'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
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
  const { send, phase, refused, forget } = useCommand()
  const card = useRef<HTMLElement>(null)
  const [answered, setAnswered] = useState<AccountAnswer | null>(null)
  // A code that is shown goes first: nobody sees it a second time, so Esc takes no more than that away.
  const press = useOpenedCard(card, () => (answered?.code == null ? onClose() : setAnswered(null)))
  const save = async () => {
    const { path, body } = changeOf(account, shown)
    const answer = await send(path, body, AccountAnswer)
    if (!answer?.ok) return
    keep(null)
    setAnswered(answer.value)
    onChanged(answer.value.account)
  }
  const acts = ACTS.filter((act) => (act === 'resume') === (stoppedAt !== null))
  return (
    <section ref={card} className="card stack" onKeyDown={press} aria-label={displayName}>
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
      {account.openCases > 0 && <p>▲ {words('a3.hasOpen', { n: account.openCases })}</p>}
      {draft === null && answered !== null && <p role="status">✓ {words('admin.saved')}</p>}
      {answered !== null && <NewCode answer={answered} onClose={() => setAnswered(null)} />}
      {draft !== null && (
        <SaveBar
          effect={words(shown.act === null ? 'a3.moves' : `a3.effect.${shown.act}`)}
          reason={shown.reason}
          phase={phase}
          refused={refused}
          onReason={(reason) => keep({ ...shown, reason })}
          onSave={() => void save()}
          onDrop={() => {
            keep(null)
            forget()
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

function changeOf({ staffId, version }: Account, { act, reason: typed, ...post }: AccountDraft) {
  const reason = typed.trim()
  if (act !== null) return { path: `/api/staff/${staffId}/${act}`, body: { reason } }
  const body = { expectedVersion: version, reason, ...postBody(post) }
  return { path: `/api/staff/${staffId}/change`, body }
}
