import { Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { DoorButton } from './door-button.tsx'
import { typed, useDoorForm } from './use-door-form.ts'

/** Name and password (C-0). Native fields, so that password managers know them; a wrong name and a wrong password say the same. */
export function SignInForm() {
  const words = useWords()
  const signIn = useSession((state) => state.signIn)
  const { isBusy, refused, onSubmit } = useDoorForm((form) =>
    signIn(typed(form, 'username'), String(form.get('password'))),
  )
  const [isShown, setShown] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <form className="stack" onSubmit={onSubmit}>
      <label className="field">
        {words('signIn.name')}
        <input ref={first} name="username" autoComplete="username" required maxLength={60} />
      </label>
      <label className="field">
        {words('signIn.password')}
        <input
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          maxLength={128}
        />
      </label>
      <Checkbox checked={isShown} onChange={(event) => setShown(event.target.checked)}>
        {words('signIn.show')}
      </Checkbox>
      <SignInRefusal refused={refused} />
      <DoorButton isBusy={isBusy} busy="signIn.busy">
        {words('signIn.go')}
      </DoorButton>
    </form>
  )
}

function SignInRefusal({ refused }: { refused: Refused | null }) {
  const words = useWords()
  if (refused?.code !== 'session.bad_credentials') return <RefusalLine refused={refused} />
  return (
    <p className="refusal" role="alert">
      <span aria-hidden="true">■ </span>
      {words('signIn.wrong')}
    </p>
  )
}
