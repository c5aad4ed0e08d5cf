import { useId } from 'react'

interface PickFieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly wordOf: (choice: T) => string
  readonly onPick: (choice: T) => void
}

/** One of a few words, under its name. */
export function PickField<T extends string>({ label, value, choices, wordOf, onPick }: PickFieldProps<T>) {
  const id = useId()
  return (
    <span>
      <label htmlFor={id}>{label}</label>{' '}
      <select
        id={id}
        value={value}
        onChange={({ target }) => onPick(choices.find((each) => each === target.value) ?? value)}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {wordOf(each)}
          </option>
        ))}
      </select>
    </span>
  )
}
