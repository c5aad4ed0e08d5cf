import type { KeyboardEvent } from 'react'

/** What a key does in a list that has the focus (U31). */
export type ListMove = 'next' | 'previous' | 'urge'

const MOVES: Readonly<Record<string, ListMove>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  c: 'urge',
}

export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'keyCode'
> & { readonly isComposing: boolean }

/** The move of a key, or null: while a word is composed the keys are the input method's (U32), and combinations belong to others. */
export function moveOf(pressed: PressedKey): ListMove | null {
  if (pressed.isComposing || pressed.keyCode === 229) return null
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null
  const move = MOVES[pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key] ?? null
  // Held arrows run through the list; a held letter is one press.
  return pressed.repeat && move === 'urge' ? null : move
}

/** The id the focus moves to; it stops at both ends. Before the first move nothing has the focus. */
export function neighbour(
  ids: readonly string[],
  current: string | null,
  move: 'next' | 'previous',
): string | null {
  const at = current === null ? -1 : ids.indexOf(current)
  const next = move === 'next' ? at + 1 : Math.max(at - 1, 0)
  return ids[Math.min(next, ids.length - 1)] ?? null
}
