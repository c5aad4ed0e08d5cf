import { PLAIN_TEXT } from '@counter/shared/vocabulary/plain-text'
import { type ReactNode, useId, useState } from 'react'
import { today } from './draft-store.ts'
import { useRefusalWords } from './village-refusal.tsx'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly inputMode?: 'tel' | 'numeric'
  /** A key of its own beside the field. */
  readonly beside?: ReactNode
  /** A sentence, shown once the field has been left with something in it. */
  readonly problem?: string | null
  readonly onType: (value: string) => void
}

export function TextField({
  label,
  value,
  maxLength,
  inputMode,
  beside,
  problem = null,
  onType,
}: TextFieldProps): ReactNode {
  const unseen = useUnseen(value)
  const [isLeft, setLeft] = useState(false)
  const id = useId()
  const shown = unseen ?? (isLeft && value !== '' ? problem : null)
  return (
    <div className="v-field">
      <label htmlFor={id}>{label}</label>
      <div className="v-beside">
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
        {beside}
      </div>
      <span id={`${id}-problem`} className="v-problem" role="alert">
        {shown}
      </span>
    </div>
  )
}

// A sign that nobody sees comes with pasted words, and only the field can say which one has it (V95).
function useUnseen(value: string): string | null {
  const sentence = useRefusalWords()
  return PLAIN_TEXT.test(value) ? null : sentence({ code: 'text.control_character', params: {} })
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
  const unseen = useUnseen(value)
  const id = useId()
  return (
    <div className="v-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={value}
        maxLength={maxLength}
        aria-invalid={unseen !== null}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onType(event.target.value)}
      />
      <span id={`${id}-problem`} className="v-problem" role="alert">
        {unseen}
      </span>
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
