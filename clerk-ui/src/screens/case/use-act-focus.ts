import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import type { CommandPhase } from '../../state/use-command.ts'

const FIELD = 'select, input, textarea, button'

/**
 * The focus of an act's form (U43): a form that a press opened takes it to its first field and gives it back when it goes. While
 * an act is under way its fields are closed, which takes the focus from the one that was written in; a refusal gives it back.
 */
export function useActFocus(
  form: RefObject<HTMLFormElement | null>,
  { isOpened, phase }: { readonly isOpened: boolean; readonly phase: CommandPhase },
): (event: FocusEvent) => void {
  const last = useRef<HTMLElement | null>(null)
  useReturnFocus(form)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the opening takes the focus
  useEffect(() => {
    if (isOpened) form.current?.querySelector<HTMLElement>(FIELD)?.focus()
  }, [])
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (phase === 'writing' && isLost) last.current?.focus()
  }, [phase])
  return ({ target }) => {
    if (target instanceof HTMLElement) last.current = target
  }
}
