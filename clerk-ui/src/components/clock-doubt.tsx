import { CalendarPage } from '@counter/shared/contract/calendar'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../state/use-command.ts'
import { useDayLanguage } from '../text/day-language.ts'
import { useWords } from '../text/words.ts'
import { CommandButton } from './command-button.tsx'
import { RefusalLine } from './refusal-line.tsx'

interface ClockDoubtProps {
  readonly doubt: CalendarPage['doubt']
  /** Only an administrator may take the time as right. */
  readonly mayConfirm?: boolean
  readonly onConfirmed?: (page: CalendarPage) => void
}

/** 「服务器时间不对」: the deadlines wait until an administrator has looked at the machine's clock (R8). */
export function ClockDoubt({ doubt, mayConfirm = false, onConfirmed }: ClockDoubtProps) {
  const words = useWords()
  const language = useDayLanguage()
  if (doubt === null) return null
  const from = instantWords(doubt.from, language)
  const to = instantWords(doubt.to, language)
  return (
    <section className="refusal stack" role="alert" data-testid="clock.doubt">
      <p>
        ■ {words(`clockDoubt.${doubt.kind}`, { from, to })} {words('clockDoubt.waits')}
      </p>
      {mayConfirm && onConfirmed !== undefined && <Confirm onConfirmed={onConfirmed} />}
    </section>
  )
}

function Confirm({ onConfirmed }: Required<Pick<ClockDoubtProps, 'onConfirmed'>>) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const [reason, setReason] = useState('')
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send('/api/clock/confirm', { reason: reason.trim() }, CalendarPage)
    if (answer?.ok) onConfirmed(answer.value)
  }
  return (
    <form className="line" onSubmit={(event) => void confirm(event)}>
      <label className="field">
        {words('clockDoubt.how')}
        <input value={reason} maxLength={200} required onChange={({ target }) => setReason(target.value)} />
      </label>
      <CommandButton phase={phase} htmlType="submit">
        {words('clockDoubt.confirm')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </form>
  )
}
