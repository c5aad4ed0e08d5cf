import type { DeviceLine } from '@counter/shared/contract/devices'
import { Button } from 'antd'
import type { FormEvent } from 'react'
import { useWords } from '../../text/words.ts'

interface DeviceEditorProps {
  readonly device: DeviceLine
  /** True when it was saved. */
  readonly onSave: (body: object) => Promise<boolean>
  readonly onClose: () => void
}

/** The name and place of a device, and the diagonal of its screen, from which its millimetres follow (U2). */
export function DeviceEditor({ device, onSave, onClose }: DeviceEditorProps) {
  const words = useWords()
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const diagonal = String(form.get('diagonal')).trim()
    const saved = await onSave({
      name: String(form.get('name')).trim(),
      place: String(form.get('place')).trim(),
      diagonalInches: diagonal === '' ? null : Number(diagonal),
    })
    if (saved) onClose()
  }
  return (
    <form
      className="card stack"
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
      <div className="line">
        <Button type="primary" htmlType="submit">
          {words('admin.save')}
        </Button>
        <Button onClick={onClose}>{words('admin.drop')}</Button>
      </div>
    </form>
  )
}
