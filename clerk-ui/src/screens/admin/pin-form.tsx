import { Done } from '@counter/shared/contract/fields'
import type { FormEvent } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

/** The number that opens the staff page of one kiosk (K-10); it is never shown again. */
export function PinForm({ device, onSaved }: { readonly device: string; readonly onSaved: () => void }) {
  const words = useWords()
  const sending = useCommand()
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const pin = String(new FormData(form).get('pin'))
    const answer = await sending.send(`/api/devices/${device}/pin`, { pin }, Done)
    if (!answer?.ok) return
    form.reset()
    onSaved()
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <label className="field">
        {words('printers.pinNew')}
        <input
          name="pin"
          type="password"
          required
          inputMode="numeric"
          pattern="[0-9]{6,8}"
          maxLength={8}
          autoComplete="new-password"
        />
      </label>
      <div className="line">
        <CommandButton phase={sending.phase} busy="admin.saving" htmlType="submit">
          {words('printers.pinSave')}
        </CommandButton>
        <CommandWords of={sending} done={words('printers.saved')} />
      </div>
    </form>
  )
}
