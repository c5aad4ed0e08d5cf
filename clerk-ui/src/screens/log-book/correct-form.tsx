import { Done } from '@counter/shared/contract/fields'
import type { LogBookRow } from '@counter/shared/contract/log-book'
import { useRef, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface CorrectFormProps {
  readonly consultation: NonNullable<LogBookRow['consultation']>
  readonly onDone: () => void
}

/** What a consultation says from now on; what it said stays on its line (V16). */
export function CorrectForm({ consultation, onDone }: CorrectFormProps) {
  const t = useWords()
  const { send, phase, refused, forget } = useCommand()
  const { id, question, answer, isReferred } = consultation
  const [said, setSaid] = useState({ question, answer, isReferred, reason: '' })
  const part = useRef<HTMLDetailsElement>(null)
  useReturnFocus(part, true)
  const change = (more: Partial<typeof said>) => {
    forget()
    setSaid({ ...said, ...more })
  }
  async function save(): Promise<void> {
    const answered = await send(`/api/log-book/consultations/${id ?? ''}/correct`, said, Done)
    if (answered?.ok) onDone()
  }
  return (
    <details ref={part} className="no-print">
      <summary>{t('logBook.correct')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {(['question', 'answer', 'reason'] as const).map((name) => (
          <label key={name} className="field">
            {t(`logBook.${name}`)}
            <textarea
              required
              rows={2}
              maxLength={name === 'reason' ? 200 : 500}
              value={said[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={said.isReferred}
            onChange={({ target }) => change({ isReferred: target.checked })}
          />
          {t('logBook.isReferred')}
        </label>
        <CommandButton htmlType="submit" phase={phase}>
          {t('logBook.saveCorrection')}
        </CommandButton>
        <RefusalLine refused={refused} />
      </form>
    </details>
  )
}
