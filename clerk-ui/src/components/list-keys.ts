import type { KeyboardEvent } from 'react'

/** Where ↑ or ↓ leads in a list of `count` lines; null for every other key. */
export function movedPlace(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, Math.max(count - 1, 0))
  return key === 'ArrowUp' ? Math.max(at - 1, 0) : null
}

/** True while the key belongs to the input method and means nothing to the page (U32). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229
}
