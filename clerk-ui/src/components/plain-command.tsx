import type { ComponentProps, MouseEvent } from 'react'
import { type CommandPhase, isDeaf } from '../state/use-command.ts'
import type { AskKey } from '../text/ask-zh.ts'

const PROGRESS = {
  checking: 'ask.checking',
  unsettled: 'ask.unsettled',
} as const satisfies Record<Exclude<CommandPhase, 'writing' | 'sending'>, AskKey>

interface Progress {
  readonly phase: CommandPhase
  /** The progress word of this act, in the language of the screen. */
  readonly busy?: string
}

/** What a command's button says while nobody has answered yet; null while it says its own words (U14). */
export function progressOf(words: (key: AskKey) => string, { phase, busy }: Progress): string | null {
  if (phase === 'writing') return null
  return phase === 'sending' ? (busy ?? words('form.sending')) : words(PROGRESS[phase])
}

/** True for the second half of a double click, which is no second command. */
export function isSecondClick({ detail }: MouseEvent): boolean {
  return detail > 1
}

interface PlainCommandProps extends Omit<ComponentProps<'button'>, 'onClick' | 'disabled'> {
  readonly phase: CommandPhase
  readonly progress: string | null
  /** False while something is still missing: a press does nothing. */
  readonly isReady?: boolean
  /** Left out for the button that submits its form. */
  readonly onPress?: (() => void) | undefined
}

/** The button of a command as tablet and phone draw it, without the kit (U14). */
export function PlainCommand({
  phase,
  progress,
  isReady = true,
  onPress,
  children,
  ...look
}: PlainCommandProps) {
  const press = (event: MouseEvent) => {
    if (isSecondClick(event)) event.preventDefault()
    else if (isReady && !isDeaf(phase)) onPress?.()
  }
  return (
    <button
      type="button"
      {...look}
      // While it says another word, that word is its name (2.5.3).
      aria-label={progress === null ? look['aria-label'] : undefined}
      aria-disabled={!isReady || isDeaf(phase)}
      onClick={press}
    >
      {progress ?? children}
    </button>
  )
}
