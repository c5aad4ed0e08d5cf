import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { PanelCard } from './panel-card.tsx'

interface ReasonPanelProps {
  readonly title: string
  /** Usual reasons, one press each; anything else is typed. */
  readonly usual: readonly TextKey[]
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
  /** What else is asked, before the reason. */
  readonly children?: ReactNode
}

/** Asks for the reason of an act: a usual one with one press, or own words. */
export function ReasonPanel({ title, usual, onReason, onClose, children }: ReasonPanelProps) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  return (
    <PanelCard title={title} onClose={onClose}>
      {children}
      <div className="line">
        {usual.map((key) => (
          <Button key={key} onClick={() => onReason(words(key))}>
            {words(key)}
          </Button>
        ))}
      </div>
      <form
        className="line"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') onReason(typed.trim())
        }}
      >
        <label className="field grow">
          {words('desk.reason')}
          <input value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <Button htmlType="submit" type="primary">
          {words('desk.confirm')}
        </Button>
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </form>
    </PanelCard>
  )
}
