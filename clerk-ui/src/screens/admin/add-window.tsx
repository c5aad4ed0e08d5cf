import { Done } from '@counter/shared/contract/fields'
import { useRef, useState } from 'react'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { SaveBar } from './save-bar.tsx'

interface AddWindowProps {
  readonly onDone: (window: number) => void
  readonly onClose: () => void
}

/** A new window by its number on the wall; a retired number comes back with what it served. */
export function AddWindow({ onDone, onClose }: AddWindowProps) {
  const words = useWords()
  const card = useRef<HTMLElement>(null)
  const press = useOpenedCard(card, onClose)
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const { send, phase, refused } = useCommand()
  // On the wall and in the record it stands in the hall's own language.
  const usual = words('a2.usualName', { window: number })
  const save = async () => {
    const body = { window: Number(number), name: name.trim() || usual, reason: reason.trim() }
    const answer = await send('/api/windows', body, Done)
    if (answer?.ok) onDone(body.window)
  }
  return (
    <section ref={card} className="card stack" onKeyDown={press} aria-label={words('a2.add')}>
      <h2>{words('a2.add')}</h2>
      <div className="fields">
        <label className="field">
          {words('a2.number')}
          <input
            type="number"
            min={1}
            max={99}
            required
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <label className="field">
          {words('a2.name')}
          <input
            maxLength={30}
            value={name}
            placeholder={number === '' ? '' : usual}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      </div>
      <SaveBar
        effect={words('admin.now')}
        reason={reason}
        phase={phase}
        refused={refused}
        onReason={setReason}
        onSave={() => void save()}
        onDrop={onClose}
      />
    </section>
  )
}
