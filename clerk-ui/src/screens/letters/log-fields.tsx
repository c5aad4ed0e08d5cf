import { useId } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import type { Choice } from '../case/act-form.ts'

interface LogFieldProps {
  readonly label: TextKey
  readonly value: string
  /** More than one line. */
  readonly rows?: number
  readonly type?: 'text' | 'date' | 'number'
  readonly isRequired?: boolean
  readonly onChange: (value: string) => void
}

/** One thing to write, named by its label. */
export function LogField({ label, value, rows, type = 'text', isRequired = false, onChange }: LogFieldProps) {
  const t = useWords()
  const id = useId()
  const shared = {
    id,
    value,
    required: isRequired,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      {rows === undefined ? (
        <input
          {...shared}
          type={type}
          autoComplete="off"
          maxLength={100}
          {...(type === 'number' ? { min: 0 } : {})}
        />
      ) : (
        <textarea {...shared} rows={rows} maxLength={2000} />
      )}
    </div>
  )
}

interface LogSelectProps {
  readonly label: TextKey
  readonly value: string
  readonly choices: readonly Choice[]
  /** The empty choice only asks to choose. */
  readonly isRequired?: boolean
  readonly onChange: (value: string) => void
}

/** One thing to choose. */
export function LogSelect({ label, value, choices, isRequired = false, onChange }: LogSelectProps) {
  const t = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <select id={id} value={value} required={isRequired} onChange={({ target }) => onChange(target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

interface LogCheckProps {
  readonly label: TextKey
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** One thing that is so or not. */
export function LogCheck({ label, isOn, onChange }: LogCheckProps) {
  const t = useWords()
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {t(label)}
    </label>
  )
}
