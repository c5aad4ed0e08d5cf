import { type ReactNode, useId } from 'react'

export interface ChoiceProps<T extends string> {
  readonly legend: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly chosen: T | null
  readonly onChoose: (value: T) => void
}

/** One of a few: native radio buttons in large boxes. */
export function Choice<T extends string>({ legend, options, chosen, onChoose }: ChoiceProps<T>): ReactNode {
  const name = useId()
  return (
    <fieldset className="v-choice">
      <legend>{legend}</legend>
      <div className="v-row">
        {options.map(({ value, label }) => (
          <label key={value} className="v-tick">
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
