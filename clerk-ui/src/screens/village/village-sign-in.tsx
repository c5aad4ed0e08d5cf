import { type FormEvent, type ReactNode, useState } from 'react'
import { useSession } from '../../state/session.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { EnrolPhone } from './enrol-phone.tsx'
import { EntryHead } from './language-button.tsx'
import { OtherAgents } from './other-agents.tsx'
import { provePhone, usePhone } from './village-phone.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

export interface VillageSignInProps {
  readonly isLayer?: boolean
  /** Why the password is asked for, when it is not a session that has ended. */
  readonly why?: string
  readonly onSignedIn?: () => void
}

/** The way in: the supervisor's code for a new phone, then the agent's name and password (V3). */
export function VillageSignIn(props: VillageSignInProps): ReactNode {
  const isUnenrolled = usePhone(({ standing }) => standing === 'unenrolled')
  return isUnenrolled ? <EnrolPhone isLayer={props.isLayer ?? false} /> : <PasswordForm {...props} />
}

// Name and password of the agent (C-0). Native fields, so that a password manager knows them.
function PasswordForm({ isLayer = false, why, onSignedIn }: VillageSignInProps): ReactNode {
  const words = useVillageWords()
  const { phase, signIn } = useSession()
  const [isBusy, setBusy] = useState(false)
  const [isShown, setShown] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const told = usePhone(({ problem }) => problem)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    setBusy(true)
    await provePhone()
    const answer = await signIn(String(form.get('username')).trim(), String(form.get('password')))
    setBusy(false)
    setRefused(answer.ok ? null : atThisPhone(answer, usePhone.getState().standing === 'enrolled'))
    if (answer.ok) onSignedIn?.()
  }
  return (
    <main className={isLayer ? 'v-page v-layer' : 'v-page'} data-screen="C-0" data-state={phase}>
      <EntryHead title={words('village.title')} />
      <p>{why ?? words(isLayer && told === null ? 'village.signIn.lost' : 'village.signIn.title')}</p>
      <form className="v-stack" onSubmit={(event) => void submit(event)}>
        <label className="v-field">
          {words('village.signIn.name')}
          <input name="username" autoComplete="username" autoCapitalize="none" required maxLength={60} />
        </label>
        <label className="v-field">
          {words('village.signIn.password')}
          <input
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            maxLength={128}
          />
        </label>
        <label className="v-tick">
          <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          {words('village.signIn.show')}
        </label>
        <VillageRefusal refused={told === null ? refused : { code: told, params: {} }} />
        <button className="v-main" type="submit" aria-disabled={isBusy}>
          {words(isBusy ? 'village.signIn.busy' : 'village.signIn.go')}
        </button>
      </form>
      {!isLayer && <OtherAgents />}
      {!isLayer && (
        <p className="v-aside">
          <a href="/desk#code">{words('village.signIn.byCode')}</a>
        </p>
      )}
    </main>
  )
}

/** A phone that the centre knows is not the one to enrol: it is the agent who belongs elsewhere (V2, V3). */
export function atThisPhone(refused: Refused, isEnrolled: boolean): Refused {
  return isEnrolled && refused.code === 'device.not_enrolled'
    ? { code: 'agent.other_point', params: {} }
    : refused
}

/** Somebody else's account: this page has nothing for them, and says where theirs is. */
export function OtherRole(): ReactNode {
  const words = useVillageWords()
  const signOut = useSession((state) => state.signOut)
  return (
    <main className="v-page" data-screen="C-0" data-state="other-role">
      <EntryHead title={words('village.title')} />
      <p>{words('village.signIn.otherRole')}</p>
      <div className="v-stack">
        <a className="v-main" href="/desk">
          {words('village.signIn.desk')}
        </a>
        <button type="button" className="v-second" onClick={() => void signOut()}>
          {words('village.signOut')}
        </button>
      </div>
    </main>
  )
}
