import { Done } from '@counter/shared/contract/fields'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'

/** The number that opens the staff page of one kiosk (K-10); it is never shown again. */
export function PinForm({ device, onSaved }: { readonly device: string; readonly onSaved: () => void }) {
  const words = useWords()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isSaved, setSaved] = useState(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const answer = await command(
      `/api/devices/${device}/pin`,
      { pin: String(new FormData(form).get('pin')) },
      Done,
    )
    setRefused(answer.ok ? null : answer)
    setSaved(answer.ok)
    if (!answer.ok) return
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
      <RefusalLine refused={refused} />
      <div className="line">
        <Button htmlType="submit">{words('printers.pinSave')}</Button>
        <span role="status">{isSaved && words('printers.saved')}</span>
      </div>
    </form>
  )
}
