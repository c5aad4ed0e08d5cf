import { readOnce } from '@counter/shared/client/commands'
import { App, Button } from 'antd'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'

/** The first administrator of a new centre, by the one-time start code; no default password exists (P20). */
export function FirstAdministratorForm({ onDone }: { onDone: () => void }) {
  const words = useWords()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)

  const submit = async (form: FormData) => {
    if (isBusy) return
    setBusy(true)
    const text = (name: string) => String(form.get(name)).trim()
    const body = {
      startCode: text('startCode'),
      signInName: text('username'),
      displayName: text('displayName'),
      password: String(form.get('password')),
    }
    const answer = await readOnce('/api/first-administrator', { parse: () => true }, 'staff', body)
    setBusy(false)
    if (!answer.ok) return setRefused(answer)
    void message.success(words('first.done'))
    onDone()
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
        {words('first.code')}
        <input name="startCode" autoComplete="off" required maxLength={80} />
        <span className="hint">{words('first.codeHint')}</span>
      </label>
      <label className="field">
        {words('first.display')}
        <input name="displayName" autoComplete="name" required maxLength={60} />
      </label>
      <label className="field">
        {words('signIn.name')}
        <input name="username" autoComplete="username" required maxLength={60} />
      </label>
      <label className="field">
        {words('signIn.password')}
        <input name="password" type="password" autoComplete="new-password" required maxLength={128} />
      </label>
      <RefusalLine refused={refused} />
      <Button type="primary" htmlType="submit" size="large" block aria-disabled={isBusy}>
        {words(isBusy ? 'form.sending' : 'first.go')}
      </Button>
    </form>
  )
}
