import type { Parser } from '@counter/shared/client/commands'
import { Button, type ButtonProps } from 'antd'
import { type MouseEvent, type ReactNode, useRef } from 'react'
import { type CommandPhase, type FormCommand, isDeaf, useCommand } from '../state/use-command.ts'
import { useWords } from '../text/words.ts'
import type { TextKey } from '../text/zh-cn.ts'
import { isSecondClick, PlainCommand, progressOf } from './plain-command.tsx'
import { RefusalLine } from './refusal-line.tsx'
import { useReturnFocus } from './use-return-focus.ts'

/** What a command's button says while nobody has answered yet; null while it says its own words (U14). */
export function useProgress(phase: CommandPhase, busy: TextKey = 'form.sending'): string | null {
  const words = useWords()
  return progressOf(words, { phase, busy: words(busy) })
}

interface CommandButtonProps extends Omit<ButtonProps, 'onClick' | 'disabled'> {
  readonly phase: CommandPhase
  /** The progress word of this act. */
  readonly busy?: TextKey
  /** Left out for the button that submits its form. */
  readonly onPress?: () => void
  /** For the tablet: drawn by the page and not by the kit. */
  readonly isPlain?: boolean
}

/** The button of a command: its progress in words, and the second half of a double click is no second command (U14). */
export function CommandButton({
  phase,
  busy = 'form.sending',
  onPress,
  isPlain = false,
  children,
  ...look
}: CommandButtonProps) {
  const progress = useProgress(phase, busy)
  if (isPlain)
    return (
      <PlainCommand
        type={look.htmlType ?? 'button'}
        className={look.className}
        aria-label={look['aria-label']}
        phase={phase}
        progress={progress}
        onPress={onPress}
      >
        {children}
      </PlainCommand>
    )
  const press = (event: MouseEvent) => {
    if (isSecondClick(event)) event.preventDefault()
    else onPress?.()
  }
  // While it says another word, that word is its name (2.5.3).
  const label = progress === null ? look['aria-label'] : undefined
  return (
    <Button {...look} aria-label={label} aria-disabled={isDeaf(phase)} onClick={press}>
      {progress ?? children}
    </Button>
  )
}

interface CommandWordsProps {
  readonly of: Pick<FormCommand, 'refused' | 'isDone'>
  /** What a success says. */
  readonly done: ReactNode
}

/** What came of the press: why not, or that it is done (U14, 4.1.3). */
export function CommandWords({ of: { refused, isDone }, done }: CommandWordsProps) {
  return (
    <>
      <RefusalLine refused={refused} />
      <span role="status">{isDone && <>✓ {done}</>}</span>
    </>
  )
}

interface ActButtonProps<T> extends Omit<CommandButtonProps, 'phase' | 'onPress'> {
  readonly path: string
  readonly body?: object
  readonly parser: Parser<T>
  readonly onDone?: (value: T) => void
}

/** A command of one press with nothing to type; why it was refused stands beside it. */
export function ActButton<T>({ path, body = {}, parser, onDone, ...button }: ActButtonProps<T>) {
  const { send, phase, refused } = useCommand()
  const press = async () => {
    const answer = await send(path, body, parser)
    if (answer?.ok) onDone?.(answer.value)
  }
  const part = useRef<HTMLSpanElement>(null)
  useReturnFocus(part, true)
  return (
    <span ref={part} className="act">
      <CommandButton {...button} phase={phase} onPress={() => void press()} />
      <RefusalLine refused={refused} />
    </span>
  )
}
