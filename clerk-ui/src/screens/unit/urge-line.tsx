import type { CaseRow } from '@counter/shared/contract/case-row'
import { CaseAnswer } from '@counter/shared/contract/cases'
import { useEffect, useRef } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface UrgeLineProps {
  readonly row: CaseRow
  readonly onClose: () => void
}

/** 催办 after `C`: the button has the focus, so Enter sends; Esc leaves (screens.md 5). */
export function UrgeLine({ row, onClose }: UrgeLineProps) {
  const t = useWords()
  const line = useRef<HTMLDivElement>(null)
  const { send, phase, refused, isDone } = useCommand()
  useEffect(() => line.current?.querySelector('button')?.focus(), [])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the line from any control inside it
    <div ref={line} className="urge-line" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <p role="status">
        {isDone ? t('board.urged', { number: row.number }) : t('board.urgeAsk', { number: row.number })}
      </p>
      {!isDone && (
        <CommandButton
          isPlain
          className="primary"
          phase={phase}
          onPress={() => void send(`/api/cases/${row.id}/urge`, {}, CaseAnswer)}
        >
          {t('act.urge')}
        </CommandButton>
      )}
      <button type="button" onClick={onClose}>
        {t(isDone ? 'unit.close' : 'form.cancel')}
      </button>
      <RefusalLine refused={refused} />
    </div>
  )
}
