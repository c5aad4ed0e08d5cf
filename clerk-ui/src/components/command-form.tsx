import { type ReactNode, type Ref, useState } from 'react'
import type { FormCommand } from '../state/use-command.ts'
import { CommandButton } from './command-button.tsx'
import { ReasonField } from './reason-field.tsx'
import { RefusalLine } from './refusal-line.tsx'

interface CommandFormProps {
  readonly command: FormCommand
  readonly reason: { readonly label: string; readonly most: number }
  readonly act: string
  readonly onSend: (reason: string) => void
  /** Its name too. */
  readonly heading?: { readonly level: 'h2' | 'h3'; readonly words: string }
  /** The fields before the reason. */
  readonly children?: ReactNode
  readonly areFieldsBeside?: boolean
  readonly isPrimary?: boolean
  /** What a success says, where the form stays. */
  readonly done?: string
  readonly className?: string
  readonly ref?: Ref<HTMLFormElement>
}

/** A form that is sent for a reason: its fields, why, the act, and what came of it (U14, U40). */
export function CommandForm({
  command: { phase, refused, isDone, forget },
  reason: { label, most },
  act,
  onSend,
  heading,
  children,
  areFieldsBeside = false,
  isPrimary = false,
  done,
  className = 'stack',
  ref,
}: CommandFormProps): ReactNode {
  const [reason, setReason] = useState('')
  const fields = (
    <>
      {children}
      <ReasonField
        label={label}
        value={reason}
        most={most}
        onType={(typed) => {
          forget()
          setReason(typed)
        }}
      />
    </>
  )
  const button = (
    <CommandButton htmlType="submit" phase={phase} {...(isPrimary ? { type: 'primary' } : {})}>
      {act}
    </CommandButton>
  )
  return (
    <form
      ref={ref}
      className={className}
      aria-label={heading?.words}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(reason)
      }}
    >
      {heading !== undefined && <heading.level>{heading.words}</heading.level>}
      {areFieldsBeside ? <div className="fields">{fields}</div> : fields}
      {done === undefined ? (
        button
      ) : (
        <div className="line">
          {button}
          <span role="status">{isDone && `✓ ${done}`}</span>
        </div>
      )}
      <RefusalLine refused={refused} />
    </form>
  )
}
