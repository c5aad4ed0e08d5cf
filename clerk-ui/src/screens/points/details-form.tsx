import { Done } from '@counter/shared/contract/fields'
import type { PointLine } from '@counter/shared/contract/points'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface DetailsFormProps {
  readonly point: PointLine
  readonly onDone: () => void
}

const FIELDS = [
  { name: 'place', most: 120, isRequired: true },
  { name: 'phone', most: 30, isRequired: true },
  { name: 'hours', most: 120, isRequired: false },
] as const

/** What everybody reads of a point: where it is, its phone, its hours (V1). */
export function DetailsForm({ point, onDone }: DetailsFormProps) {
  const words = useWords()
  const { send, phase, refused, isDone, forget } = useCommand()
  const [details, setDetails] = useState({ place: point.place, phone: point.phone, hours: point.hours })
  const [reason, setReason] = useState('')
  async function save(): Promise<void> {
    const answer = await send(`/api/points/${point.village}/details`, { ...details, reason }, Done)
    if (answer?.ok) onDone()
  }
  return (
    <form
      className="stack"
      aria-label={words('point.details')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>{words('point.details')}</h3>
      <div className="fields">
        {FIELDS.map(({ name, most, isRequired }) => (
          <label key={name} className="field">
            {words(`point.${name}`)}
            <input
              required={isRequired}
              maxLength={most}
              value={details[name]}
              onChange={({ target }) => {
                forget()
                setDetails({ ...details, [name]: target.value })
              }}
            />
          </label>
        ))}
        <ReasonField
          label={words('point.reason')}
          value={reason}
          most={200}
          onType={(typed) => {
            forget()
            setReason(typed)
          }}
        />
      </div>
      <div className="line">
        <CommandButton htmlType="submit" phase={phase}>
          {words('point.saveDetails')}
        </CommandButton>
        <span role="status">{isDone && `✓ ${words('point.saved')}`}</span>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}
