import type { Parser } from '@counter/shared/client/commands'
import { type FormEvent, type ReactNode, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

interface ReasonFormProps<T> {
  readonly path: string
  readonly body: object
  readonly act: string
  readonly busy?: TextKey
  readonly parser: Parser<T>
  readonly onDone: (value: T) => void
  /** Further fields before the reason. */
  readonly children?: ReactNode
}

/** An act that is done for a reason, which is kept with it (U40). */
export function ReasonForm<T>({ path, body, act, busy, parser, onDone, children }: ReasonFormProps<T>) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const [reason, setReason] = useState('')
  const run = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send(path, { ...body, reason: reason.trim() }, parser)
    if (answer?.ok) onDone(answer.value)
  }
  return (
    <form className="line" aria-label={act} onSubmit={(event) => void run(event)}>
      {children}
      <label className="field">
        {words('a1.reason')}
        <input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
      </label>
      <CommandButton phase={phase} htmlType="submit" {...(busy === undefined ? {} : { busy })}>
        {act}
      </CommandButton>
      <RefusalLine refused={refused} />
    </form>
  )
}
