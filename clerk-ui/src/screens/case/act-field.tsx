import { useId } from 'react'
import { useWords } from '../../text/words.ts'
import type { Choice, Field } from './act-form.ts'

interface ActFieldProps {
  readonly field: Omit<Field, 'name'> & { readonly name?: string }
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

const LONGEST = { line: 60, text: 500, reply: 3000, days: 3 }

/** One question of an act's form, named by its label. */
export function ActField({ field, value, choices, onChange }: ActFieldProps) {
  const t = useWords()
  const id = useId()
  const shared = {
    id,
    value,
    required: field.isRequired,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t(field.label)}</label>
      {field.kind === 'choice' && (
        <select {...shared}>
          <option value="">{t('field.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {field.kind === 'text' && <textarea {...shared} rows={3} maxLength={LONGEST.text} />}
      {field.kind === 'reply' && <textarea {...shared} rows={8} maxLength={LONGEST.reply} />}
      {field.kind === 'line' && <input {...shared} type="text" maxLength={LONGEST.line} autoComplete="off" />}
      {field.kind === 'date' && <input {...shared} type="date" />}
      {field.kind === 'days' && (
        <input {...shared} type="number" min={1} max={365} inputMode="numeric" autoComplete="off" />
      )}
    </div>
  )
}
