import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'

interface SaveBarProps {
  /** When the change takes effect, in words (U40). */
  readonly effect: string
  readonly reason: string
  readonly isBusy: boolean
  readonly refused: Refused | null
  /** A refusal that may be overruled: the save button says so. */
  readonly mayConfirm?: boolean
  readonly onReason: (reason: string) => void
  readonly onSave: () => void
  readonly onDrop: () => void
}

/** 「有改动没保存」: why, from when, save or discard; Ctrl+S saves (U40). */
export function SaveBar(props: SaveBarProps) {
  const { effect, reason, isBusy, refused, mayConfirm = false, onReason, onSave, onDrop } = props
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  const save = () => (reason.trim() === '' ? field.current?.focus() : onSave())
  useSaveKey(save)
  return (
    <div className="save-bar" role="region" aria-label={words('admin.unsaved')}>
      <strong>▲ {words('admin.unsaved')}</strong>
      <span className="quiet">{effect}</span>
      <label className="save-reason">
        {words('admin.reason')}
        <input
          ref={field}
          value={reason}
          maxLength={200}
          placeholder={words('admin.reasonHint')}
          onChange={(event) => onReason(event.target.value)}
        />
      </label>
      <Button type="primary" aria-disabled={isBusy} aria-keyshortcuts="Control+S" onClick={save}>
        {words(isBusy ? 'admin.saving' : mayConfirm ? 'admin.confirm' : 'admin.save')} <kbd>Ctrl+S</kbd>
      </Button>
      <Button onClick={onDrop}>{words('admin.drop')}</Button>
      <RefusalLine refused={refused} />
    </div>
  )
}

function useSaveKey(save: () => void): void {
  const newest = useRef(save)
  newest.current = save
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (!event.isComposing && !event.repeat) newest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
