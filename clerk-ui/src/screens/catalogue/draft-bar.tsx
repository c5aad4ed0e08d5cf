import type { Parser } from '@counter/shared/client/commands'
import { Button } from 'antd'
import { ActButton, CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import type { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { useSaveKey } from '../admin/use-save-key.ts'

interface DraftBarProps<T> {
  /** `/api/item-drafts/…`: the draft's own address. */
  readonly path: string
  readonly rev: number
  readonly parser: Parser<T>
  /** Something was typed since the last save. */
  readonly isTyped: boolean
  readonly saving: ReturnType<typeof useCommand>
  readonly onSave: () => void
  readonly onDiscard: () => void
  readonly onChanged: (draft: T) => void
}

/** Save or discard what was typed; once it is saved, hand it in (U15, U40). Ctrl+S saves. */
export function DraftBar<T>(props: DraftBarProps<T>) {
  const { path, rev, parser, isTyped, saving, onSave, onDiscard, onChanged } = props
  const words = useWords()
  const { phase, refused, isDone } = saving
  useSaveKey(onSave)
  if (!isTyped)
    return (
      <div className="line">
        <ActButton
          type="primary"
          path={`${path}/submit`}
          body={{ expectedVersion: rev }}
          parser={parser}
          busy="a1.submitting"
          onDone={onChanged}
        >
          {words('a1.submit')}
        </ActButton>
        {isDone && <span role="status">✓ {words('admin.saved')}</span>}
      </div>
    )
  return (
    <div className="save-bar" role="region" aria-label={words('admin.unsaved')}>
      <strong>▲ {words('admin.unsaved')}</strong>
      <span className="quiet">{words('a1.saveFirst')}</span>
      <CommandButton
        type="primary"
        phase={phase}
        busy="a1.saving"
        aria-keyshortcuts="Control+S"
        onPress={onSave}
      >
        {words('a1.save')} <kbd>Ctrl+S</kbd>
      </CommandButton>
      <Button onClick={onDiscard}>{words('admin.drop')}</Button>
      <RefusalLine refused={refused} />
    </div>
  )
}
