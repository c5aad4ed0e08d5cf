import type { ReactNode } from 'react'

export interface ReasonFieldProps {
  readonly label: string
  readonly value: string
  /** In characters, as the command takes it. */
  readonly most: number
  /** Also where the answer to the words before is forgotten. */
  readonly onType: (reason: string) => void
}

/** Why it is done: without it nothing is sent. */
export function ReasonField({ label, value, most, onType }: ReasonFieldProps): ReactNode {
  return (
    <label className="field">
      {label}
      <input required maxLength={most} value={value} onChange={({ target }) => onType(target.value)} />
    </label>
  )
}
