import { CallBackList } from '@counter/shared/contract/call-backs'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface ClerkFormProps {
  readonly list: CallBackList
  readonly onDone: (list: CallBackList) => void
}

/** Who calls beside the supervisor, with a reason (V20). */
export function ClerkForm({ list, onDone }: ClerkFormProps) {
  const words = useWords()
  const { send, phase, refused, isDone, forget } = useCommand()
  const [clerk, setClerk] = useState(list.clerk?.id ?? null)
  const [reason, setReason] = useState('')
  async function save(): Promise<void> {
    const answer = await send('/api/call-backs/clerk', { clerk, reason }, CallBackList)
    if (answer?.ok) onDone(answer.value)
  }
  return (
    <form
      className="card stack"
      aria-label={words('callBack.clerk')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{words('callBack.clerk')}</h2>
      <label className="field">
        {words('callBack.who')}
        <select
          value={clerk ?? ''}
          onChange={({ target }) => {
            forget()
            setClerk(list.clerks.find(({ id }) => id === target.value)?.id ?? null)
          }}
        >
          <option value="">{words('callBack.supervisorOnly')}</option>
          {list.clerks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ReasonField
        label={words('point.reason')}
        value={reason}
        most={200}
        onType={(typed) => {
          forget()
          setReason(typed)
        }}
      />
      <div className="line">
        <CommandButton htmlType="submit" phase={phase}>
          {words('callBack.name')}
        </CommandButton>
        <span role="status">{isDone && `✓ ${words('point.saved')}`}</span>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}
