import { type DeskWindow, WindowList } from '@counter/shared/contract/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useHall } from '../../state/hall.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { PanelCard } from './panel-card.tsx'

type TransferTarget = { readonly window: number } | { readonly topic: string }

/** Where to, at which place, and why when not by its own key (Q31). */
export interface TransferOrder {
  readonly to: TransferTarget
  readonly place?: 'front' | 'back'
  readonly reason?: string
  readonly isConfirmed?: boolean
}

interface TransferPanelProps {
  readonly ownWindow: number
  /** The server said that nobody serves this there; the same target again means "all the same" (Q31). */
  readonly mayConfirm: boolean
  readonly onTransfer: (order: TransferOrder) => void
  readonly onClose: () => void
}

/** To another window, or to another kind of matter; the number keeps its place (Q31). */
export function TransferPanel({ ownWindow, mayConfirm, onTransfer, onClose }: TransferPanelProps) {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const { value, refused: unread } = useReading('/api/windows', WindowList)
  const windows = value === null ? null : othersOf(value.items, ownWindow)
  const [last, setLast] = useState<TransferTarget | null>(null)
  const [place, setPlace] = useState<'house' | 'front' | 'back'>('house')
  const [reason, setReason] = useState('')
  const order = (to: TransferTarget): TransferOrder =>
    place === 'house' ? { to } : { to, place, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
  const choose = (to: TransferTarget) => {
    setLast(to)
    onTransfer(order(to))
  }
  return (
    <PanelCard title={words('desk.panel.transfer')} onClose={onClose}>
      <p>{words('desk.toWindow')}</p>
      <div className="line">
        {windows?.map(({ window, name }) => (
          <Button key={window} onClick={() => choose({ window })}>
            {name}
          </Button>
        ))}
        {windows?.length === 0 && <span className="quiet">{words('desk.noOtherWindow')}</span>}
        {windows === null && unread === null && <SlowWords />}
        <RefusalLine refused={unread} />
      </div>
      <p>{words('desk.toTopic')}</p>
      <div className="line">
        {topics.map(({ topic, unitName }) => (
          <Button key={topic} onClick={() => choose({ topic })}>
            {unitName}
          </Button>
        ))}
      </div>
      <div className="line">
        <label className="field">
          {words('desk.place')}
          <select value={place} onChange={(event) => setPlace(event.target.value as typeof place)}>
            <option value="house">{words('desk.place.house')}</option>
            <option value="front">{words('desk.place.front')}</option>
            <option value="back">{words('desk.place.back')}</option>
          </select>
        </label>
        {place !== 'house' && (
          <label className="field grow">
            {words('desk.reason')}
            <input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
      </div>
      <div className="line">
        {mayConfirm && last !== null && (
          <Button onClick={() => onTransfer({ ...order(last), isConfirmed: true })}>
            {words('desk.transferAnyway')}
          </Button>
        )}
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </div>
    </PanelCard>
  )
}

function othersOf(windows: readonly DeskWindow[], own: number): readonly DeskWindow[] {
  return windows.filter(({ window, state }) => window !== own && state !== 'closed')
}
