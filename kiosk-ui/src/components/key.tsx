import { type PointerEvent, type ReactNode, useRef } from 'react'

export interface KeyProps {
  readonly children: ReactNode
  readonly onKey: () => void
  readonly isOff?: boolean
}

/**
 * A key of a keypad: every finger that goes down and up on it counts once. A browser gives no click where two fingers
 * overlap, and one too late where a hand is fast, so it goes by the pointers themselves (QT18). Leaving it before letting go takes
 * the press back; without a finger, from a keyboard or a screen reader, the click counts.
 */
export function Key({ children, onKey, isOff = false }: KeyProps): ReactNode {
  const down = useRef(new Set<number>())
  const letGo = (event: PointerEvent<HTMLButtonElement>) => {
    if (down.current.delete(event.pointerId) && isOver(event)) onKey()
  }
  return (
    <button
      type="button"
      className="press press-key"
      disabled={isOff}
      onPointerDown={({ button, pointerId }) => button === 0 && down.current.add(pointerId)}
      onPointerUp={letGo}
      onPointerLeave={({ pointerId }) => down.current.delete(pointerId)}
      onPointerCancel={({ pointerId }) => down.current.delete(pointerId)}
      onClick={({ detail }) => detail === 0 && onKey()}
    >
      {children}
    </button>
  )
}

// A finger stays with the key that it touched first, wherever it is lifted.
function isOver({ currentTarget, clientX, clientY }: PointerEvent<HTMLButtonElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}
