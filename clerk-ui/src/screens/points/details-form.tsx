import { Done } from '@counter/shared/contract/fields'
import type { PointLine } from '@counter/shared/contract/points'
import { useState } from 'react'
import { CommandForm } from '../../components/command-form.tsx'
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
  const command = useCommand()
  const [details, setDetails] = useState({ place: point.place, phone: point.phone, hours: point.hours })
  async function save(reason: string): Promise<void> {
    const answer = await command.send(`/api/points/${point.village}/details`, { ...details, reason }, Done)
    if (answer?.ok) onDone()
  }
  return (
    <CommandForm
      command={command}
      heading={{ level: 'h3', words: words('point.details') }}
      reason={{ label: words('point.reason'), most: 200 }}
      act={words('point.saveDetails')}
      areFieldsBeside
      done={words('point.saved')}
      onSend={(reason) => void save(reason)}
    >
      {FIELDS.map(({ name, most, isRequired }) => (
        <label key={name} className="field">
          {words(`point.${name}`)}
          <input
            required={isRequired}
            maxLength={most}
            value={details[name]}
            onChange={({ target }) => {
              command.forget()
              setDetails({ ...details, [name]: target.value })
            }}
          />
        </label>
      ))}
    </CommandForm>
  )
}
