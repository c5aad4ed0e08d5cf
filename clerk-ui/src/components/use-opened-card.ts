import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { useReturnFocus } from './use-return-focus.ts'

/**
 * A card that a press has opened: the focus goes to its first control, which brings it into sight, Esc closes it, and then
 * the focus is where it was (U43).
 */
export function useOpenedCard(
  card: RefObject<HTMLElement | null>,
  onClose: () => void,
): (event: KeyboardEvent) => void {
  useReturnFocus(card)
  useEffect(() => {
    card.current?.querySelector<HTMLElement>('input, button, select, textarea')?.focus()
  }, [card])
  return (event) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    onClose()
  }
}
