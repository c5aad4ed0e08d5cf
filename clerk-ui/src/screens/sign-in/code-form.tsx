import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'

/** The first sign-in, or one after a forgotten password: the person sets the own password by the code (P20). */
export function CodeForm({ onBack }: { readonly onBack: () => void }) {
  const words = useWords()
  const signInWithCode = useSession((state) => state.signInWithCode)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const submit = async (form: FormData) => {
    if (isBusy) return
    setBusy(true)
    const text = (name: string) => String(form.get(name)).trim()
    const answer = await signInWithCode(text('username'), text('code'), String(form.get('password')))
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
        <input name="username" autoComplete="username" required maxLength={60} />
      </label>
      <label className="field">
        {words('signIn.code')}
        <input name="code" autoComplete="one-time-code" required maxLength={20} />
        <span className="hint">{words('signIn.codeHint')}</span>
      </label>
      <label className="field">
        {words('signIn.newPassword')}
        <input name="password" type="password" autoComplete="new-password" required maxLength={128} />
        <span className="hint">{words('signIn.newPasswordHint')}</span>
      </label>
      <RefusalLine refused={refused} />
      <Button type="primary" htmlType="submit" size="large" block aria-disabled={isBusy}>
        {words(isBusy ? 'signIn.busy' : 'signIn.setPassword')}
      </Button>
      <Button type="link" onClick={onBack}>
        {words('signIn.byPassword')}
      </Button>
    </form>
  )
}
