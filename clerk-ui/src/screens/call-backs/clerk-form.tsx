import { CallBackList } from '@counter/shared/contract/call-backs'
import { useState } from 'react'
import { CommandForm } from '../../components/command-form.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface ClerkFormProps {
  readonly list: CallBackList
  readonly onDone: (list: CallBackList) => void
}

/** Who calls beside the supervisor, with a reason (V20). */
export function ClerkForm({ list, onDone }: ClerkFormProps) {
  const words = useWords()
  const command = useCommand()
  const [clerk, setClerk] = useState(list.clerk?.id ?? null)
  async function save(reason: string): Promise<void> {
    const answer = await command.send('/api/call-backs/clerk', { clerk, reason }, CallBackList)
    if (answer?.ok) onDone(answer.value)
  }
  return (
    <CommandForm
      command={command}
      className="card stack"
      heading={{ level: 'h2', words: words('callBack.clerk') }}
      reason={{ label: words('point.reason'), most: 200 }}
      act={words('callBack.name')}
      done={words('point.saved')}
      onSend={(reason) => void save(reason)}
    >
      <label className="field">
        {words('callBack.who')}
        <select
          value={clerk ?? ''}
          onChange={({ target }) => {
            command.forget()
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
    </CommandForm>
  )
}
