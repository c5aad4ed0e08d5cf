import { Button } from 'antd'
import { useRef } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import type { CommandPhase } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { useSaveKey } from './use-save-key.ts'

interface SaveBarProps {
  /** When the change takes effect, in words (U40). */
  readonly effect: string
  readonly reason: string
  readonly phase: CommandPhase
  readonly refused: Refused | null
  /** A refusal that may be overruled: the save button says so. */
  readonly mayConfirm?: boolean
  readonly onReason: (reason: string) => void
  readonly onSave: () => void
  readonly onDrop: () => void
}

/** 「有改动没保存」: why, from when, save or discard; Ctrl+S saves (U40). */
export function SaveBar(props: SaveBarProps) {
  const { effect, reason, phase, refused, mayConfirm = false, onReason, onSave, onDrop } = props
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
      <CommandButton
        type="primary"
        phase={phase}
        busy="admin.saving"
        aria-keyshortcuts="Control+S"
        onPress={save}
      >
        {words(mayConfirm ? 'admin.confirm' : 'admin.save')} <kbd>Ctrl+S</kbd>
      </CommandButton>
      <Button onClick={onDrop}>{words('admin.drop')}</Button>
      <RefusalLine refused={refused} />
    </div>
  )
}
