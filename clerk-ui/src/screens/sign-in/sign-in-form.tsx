import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'

/** Name and password (C-0). Native fields, so that password managers know them; a wrong name and a wrong password say the same. */
export function SignInForm() {
  const words = useWords()
  const signIn = useSession((state) => state.signIn)
  const [isBusy, setBusy] = useState(false)
  const [isShown, setShown] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const submit = async (form: FormData) => {
    if (isBusy) return
    setBusy(true)
    const answer = await signIn(String(form.get('username')).trim(), String(form.get('password')))
    setBusy(false)
    setRefused(answer.ok ? null : answer)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(new FormData(event.currentTarget))
      }}
    >
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
      <Button type="primary" htmlType="submit" size="large" block aria-disabled={isBusy}>
        {words(isBusy ? 'signIn.busy' : 'signIn.go')}
      </Button>
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
