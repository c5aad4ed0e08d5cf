import type { DeviceLine } from '@counter/shared/contract/devices'
import { Done } from '@counter/shared/contract/fields'
import { Button } from 'antd'
import { type FormEvent, useRef } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface DeviceEditorProps {
  readonly device: DeviceLine
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** The name and place of a device, and the diagonal of its screen, from which its millimetres follow (U2). */
export function DeviceEditor({ device, onSaved, onClose }: DeviceEditorProps) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const card = useRef<HTMLFormElement>(null)
  const press = useOpenedCard(card, onClose)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const diagonal = String(form.get('diagonal')).trim()
    const body = {
      name: String(form.get('name')).trim(),
      place: String(form.get('place')).trim(),
      diagonalInches: diagonal === '' ? null : Number(diagonal),
    }
    const answer = await send(`/api/devices/${device.deviceId}/change`, body, Done)
    if (answer?.ok) onSaved()
  }
  return (
    <form
      ref={card}
      className="card stack"
      onKeyDown={press}
      aria-label={words('a4.changeOf', { name: device.name })}
      onSubmit={(event) => void save(event)}
    >
      <h2>{words('a4.changeOf', { name: device.name })}</h2>
      <div className="fields">
        <label className="field">
          {words('a4.name')}
          <input name="name" required maxLength={40} autoComplete="off" defaultValue={device.name} />
        </label>
        <label className="field">
          {words('a4.place')}
          <input name="place" maxLength={40} autoComplete="off" defaultValue={device.place} />
        </label>
        <label className="field">
          {words('a4.diagonal')}
          <input
            name="diagonal"
            type="number"
            min={3}
            max={120}
            step={0.1}
            defaultValue={device.diagonalInches ?? ''}
          />
        </label>
      </div>
      <RefusalLine refused={refused} />
      <div className="line">
        <CommandButton phase={phase} busy="admin.saving" type="primary" htmlType="submit">
          {words('admin.save')}
        </CommandButton>
        <Button onClick={onClose}>{words('admin.drop')}</Button>
      </div>
    </form>
  )
}
