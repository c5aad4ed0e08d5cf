import { newCommandId } from '@counter/shared/client/commands'
import { CaseAnswer, type CaseRow } from '@counter/shared/contract/cases'
import { useEffect, useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'

interface UrgeLineProps {
  readonly row: CaseRow
  readonly onClose: () => void
}

/** 催办 after `C`: the button has the focus, so Enter sends; Esc leaves (screens.md 5). */
export function UrgeLine({ row, onClose }: UrgeLineProps) {
  const t = useWords()
  const commandId = useRef(newCommandId())
  const button = useRef<HTMLButtonElement>(null)
  const [phase, setPhase] = useState<'asking' | 'sending' | 'done'>('asking')
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => button.current?.focus(), [])

  async function send(): Promise<void> {
    if (phase !== 'asking') return
    setPhase('sending')
    const answer = await command(`/api/cases/${row.id}/urge`, { commandId: commandId.current }, CaseAnswer)
    setPhase(answer.ok ? 'done' : 'asking')
    setRefused(answer.ok ? null : answer)
    if (!answer.ok) commandId.current = newCommandId()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the line from any control inside it
    <div className="urge-line" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <p role="status">
        {phase === 'done'
          ? t('board.urged', { number: row.number })
          : t('board.urgeAsk', { number: row.number })}
      </p>
      {phase !== 'done' && (
        <button
          type="button"
          ref={button}
          className="primary"
          aria-disabled={phase === 'sending'}
          onClick={() => void send()}
        >
          {t(phase === 'sending' ? 'form.sending' : 'act.urge')}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {t(phase === 'done' ? 'unit.close' : 'form.cancel')}
      </button>
      <RefusalLine refused={refused} />
    </div>
  )
}
