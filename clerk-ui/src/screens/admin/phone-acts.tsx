import type { DeviceLine } from '@counter/shared/contract/devices'
import { Done } from '@counter/shared/contract/fields'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface PhoneActsProps {
  readonly device: DeviceLine
  readonly onDone: () => void
}

type PhoneAct = 'lost' | 'found' | 'retire'

/** What may happen to a village's phone, each with a reason: lost, found again, retired (V80, V81, V90). */
export function PhoneActs({ device, onDone }: PhoneActsProps) {
  const words = useWords()
  const [act, setAct] = useState<PhoneAct | null>(null)
  const acts: readonly PhoneAct[] = device.lostAt === null ? ['lost', 'retire'] : ['found']
  if (act !== null)
    return (
      <ReasonForm
        device={device}
        act={act}
        onClose={() => setAct(null)}
        onDone={() => {
          setAct(null)
          onDone()
        }}
      />
    )
  return acts.map((each) => (
    <Button
      key={each}
      aria-label={`${words(`a4.phone.${each}`)} ${device.name}`}
      onClick={() => setAct(each)}
    >
      {words(`a4.phone.${each}`)}
    </Button>
  ))
}

interface ReasonFormProps extends PhoneActsProps {
  readonly act: PhoneAct
  readonly onClose: () => void
}

function ReasonForm({ device, act, onClose, onDone }: ReasonFormProps) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const order = async (form: FormData) => {
    const body = { reason: String(form.get('reason')).trim() }
    const answer = await send(`/api/devices/${device.deviceId}/${act}`, body, Done)
    if (answer?.ok) onDone()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void order(new FormData(event.currentTarget))
      }}
    >
      <p>{words(`a4.phone.${act}Hint`)}</p>
      <label className="field">
        {words('a4.phone.why', { name: device.name })}
        <input name="reason" required maxLength={200} autoComplete="off" />
      </label>
      <div className="line">
        <CommandButton phase={phase} type="primary" danger={act === 'lost'} htmlType="submit">
          {words(`a4.phone.${act}`)}
        </CommandButton>
        <Button onClick={onClose}>{words('admin.drop')}</Button>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}
