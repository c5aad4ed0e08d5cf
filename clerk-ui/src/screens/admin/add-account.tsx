import { type Account, AccountAnswer, type AccountPlaces } from '@counter/shared/contract/accounts'
import { useRef, useState } from 'react'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { NewCode } from './new-code.tsx'
import { type Post, PostFields, postBody } from './post-fields.tsx'
import { SaveBar } from './save-bar.tsx'

interface AddAccountProps {
  readonly places: AccountPlaces
  readonly onMade: (account: Account) => void
  readonly onClose: () => void
}

interface NewAccountDraft extends Post {
  readonly signInName: string
  readonly reason: string
}

const EMPTY: NewAccountDraft = {
  signInName: '',
  displayName: '',
  role: 'clerk',
  unit: null,
  village: null,
  posts: '',
  windows: null,
  reason: '',
}

/** A new account; the answer is a code, never a password (P20). */
export function AddAccount({ places, onMade, onClose }: AddAccountProps) {
  const words = useWords()
  const card = useRef<HTMLElement>(null)
  const press = useOpenedCard(card, onClose)
  const [kept, keep] = useAdminDraft<NewAccountDraft>('account:new')
  const draft = kept ?? EMPTY
  const { send, phase, refused } = useCommand()
  const [made, setMade] = useState<AccountAnswer | null>(null)
  const save = async () => {
    const { signInName, reason, ...post } = draft
    const body = { signInName: signInName.trim(), reason: reason.trim(), ...postBody(post) }
    const answer = await send('/api/staff', body, AccountAnswer)
    if (!answer?.ok) return
    keep(null)
    setMade(answer.value)
    onMade(answer.value.account)
  }
  return (
    <section ref={card} className="card stack" onKeyDown={press} aria-label={words('a3.add')}>
      <h2>{words('a3.add')}</h2>
      {made !== null ? (
        <NewCode answer={made} onClose={onClose} />
      ) : (
        <>
          <label className="field">
            {words('a3.signInName')}
            <input
              autoComplete="off"
              maxLength={40}
              value={draft.signInName}
              onChange={(event) => keep({ ...draft, signInName: event.target.value.toLowerCase() })}
            />
            <span className="hint">{words('a3.signInNameHint')}</span>
          </label>
          <PostFields post={draft} places={places} onChange={(more) => keep({ ...draft, ...more })} />
          <SaveBar
            effect={words('admin.now')}
            reason={draft.reason}
            phase={phase}
            refused={refused}
            onReason={(reason) => keep({ ...draft, reason })}
            onSave={() => void save()}
            onDrop={() => {
              keep(null)
              onClose()
            }}
          />
        </>
      )}
    </section>
  )
}
