import { Button } from 'antd'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { DoorButton } from './door-button.tsx'
import { typed, useDoorForm } from './use-door-form.ts'

/** The first sign-in, or one after a forgotten password: the person sets the own password by the code (P20). */
export function CodeForm({ onBack }: { readonly onBack: () => void }) {
  const words = useWords()
  const signInWithCode = useSession((state) => state.signInWithCode)
  const { isBusy, refused, onSubmit } = useDoorForm((form) =>
    signInWithCode(typed(form, 'username'), typed(form, 'code'), String(form.get('password'))),
  )
  return (
    <form className="stack" onSubmit={onSubmit}>
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
      <DoorButton isBusy={isBusy} busy="signIn.busy">
        {words('signIn.setPassword')}
      </DoorButton>
      <Button type="link" onClick={onBack}>
        {words('signIn.byPassword')}
      </Button>
    </form>
  )
}
