import { type ReactNode, useId, useState } from 'react'
import { today } from './draft-store.ts'
import { useRefusalWords } from './village-refusal.tsx'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly inputMode?: 'tel' | 'text'
  /** A refusal code, shown once the field has been left with something in it. */
  readonly problem?: 'person.id_invalid' | 'contact.phone' | null
  readonly onType: (value: string) => void
}

export function TextField({
  label,
  value,
  maxLength,
  inputMode,
  problem = null,
  onType,
}: TextFieldProps): ReactNode {
  const sentence = useRefusalWords()
  const [isLeft, setLeft] = useState(false)
  const id = useId()
  const shown = isLeft && value !== '' ? problem : null
  return (
    <div className="v-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        {...(inputMode === undefined ? {} : { inputMode })}
        aria-invalid={shown !== null}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => setTimeout(() => setLeft(true), AFTER_TAP_MS)}
      />
      <span id={`${id}-problem`} className="v-problem" role="alert">
        {shown === null ? null : sentence({ code: shown, params: {} })}
      </span>
    </div>
  )
}

// Words that come up under a field move what lies below it; the tap that leaves the field has hit its target by then.
const AFTER_TAP_MS = 250

/** Several lines of text. */
export function LongField({
  label,
  value,
  maxLength,
  onType,
}: Pick<TextFieldProps, 'label' | 'value' | 'maxLength' | 'onType'>): ReactNode {
  const id = useId()
  return (
    <div className="v-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}

/** A day that has been, or today. */
export function DayField({
  label,
  value,
  onType,
}: Pick<TextFieldProps, 'label' | 'value' | 'onType'>): ReactNode {
  const id = useId()
  return (
    <div className="v-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        max={today()}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}
