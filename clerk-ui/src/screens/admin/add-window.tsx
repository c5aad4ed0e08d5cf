import { Done } from '@counter/shared/contract/fields'
import { useEffect, useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'
import { SaveBar } from './save-bar.tsx'

interface AddWindowProps {
  readonly onDone: (window: number) => void
  readonly onClose: () => void
}

/** A new window by its number on the wall; a retired number comes back with what it served. */
export function AddWindow({ onDone, onClose }: AddWindowProps) {
  const words = useWords()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const save = async () => {
    if (isBusy) return
    setBusy(true)
    const body = { window: Number(number), name: name.trim() || `${number}号窗口`, reason: reason.trim() }
    const answer = await command('/api/windows', body, Done)
    setBusy(false)
    if (answer.ok) onDone(body.window)
    else setRefused(answer)
  }
  return (
    <section className="card stack" aria-label={words('a2.add')}>
      <h2>{words('a2.add')}</h2>
      <div className="fields">
        <label className="field">
          {words('a2.number')}
          <input
            type="number"
            min={1}
            max={99}
            required
            ref={first}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <label className="field">
          {words('a2.name')}
          <input
            maxLength={30}
            value={name}
            placeholder={number === '' ? '' : `${number}号窗口`}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      </div>
      <SaveBar
        effect={words('admin.now')}
        reason={reason}
        isBusy={isBusy}
        refused={refused}
        onReason={setReason}
        onSave={() => void save()}
        onDrop={onClose}
      />
    </section>
  )
}
