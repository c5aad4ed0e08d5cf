import { readOnce } from '@counter/shared/client/commands'
import { App } from 'antd'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'
import { DoorButton } from './door-button.tsx'
import { typed, useDoorForm } from './use-door-form.ts'

/** The first administrator of a new centre, by the one-time start code; no default password exists (P20). */
export function FirstAdministratorForm({ onDone }: { onDone: () => void }) {
  const words = useWords()
  const { message } = App.useApp()
  const { isBusy, refused, onSubmit } = useDoorForm(
    (form) =>
      readOnce('/api/first-administrator', { parse: () => true }, 'staff', {
        startCode: typed(form, 'startCode'),
        signInName: typed(form, 'username'),
        displayName: typed(form, 'displayName'),
        password: String(form.get('password')),
      }),
    () => {
      void message.success(words('first.done'))
      onDone()
    },
  )
  return (
    <form className="stack" onSubmit={onSubmit}>
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
      <DoorButton isBusy={isBusy} busy="form.sending">
        {words('first.go')}
      </DoorButton>
    </form>
  )
}
