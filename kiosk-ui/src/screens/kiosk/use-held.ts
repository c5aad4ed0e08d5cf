import { useEffect, useRef } from 'react'

const HELD_MS = 5_000

/** The only long press of the house: five seconds on the clock open the staff page (K-10). The clock is no control for residents, so no key does it. */
export function useHeld(onHeld: () => void): {
  readonly onPointerDown: () => void
  readonly onPointerUp: () => void
  readonly onPointerLeave: () => void
  readonly onPointerCancel: () => void
} {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onPointerDown() {
      stop()
      timer.current = setTimeout(onHeld, HELD_MS)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
  }
}
