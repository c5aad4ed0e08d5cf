import { useEffect } from 'react'
import { create } from 'zustand'
import { useSession } from './session.ts'

/** How a screen stands that nobody touches: it warns for a minute, then asks for the password again (C-0). */
export type IdleState = 'active' | 'warning' | 'locked'

const MINUTE_MS = 60_000
const LOOK_EVERY_MS = 5_000

/** The state after `idleMs` without a key or a touch, when the limit is `limitMinutes`. */
export function idleState(idleMs: number, limitMinutes: number): IdleState {
  if (idleMs >= limitMinutes * MINUTE_MS) return 'locked'
  return idleMs >= (limitMinutes - 1) * MINUTE_MS ? 'warning' : 'active'
}

let touchedAt: number | null = null

/** True when no key and no touch came for longer than a counter waits between two looks; under the sign-in layer too (P12). */
export function isUntouched(): boolean {
  return touchedAt !== null && performance.now() - touchedAt > MINUTE_MS + LOOK_EVERY_MS
}

/** True during the last minute before the screen locks. */
export const useIdleWarning = create<{ readonly isWarning: boolean }>(() => ({ isWarning: false }))

/** Watches keys and touches while somebody is signed in. The work stays under the sign-in layer (U15). */
export function useIdleLock(limitMinutes: number | undefined): void {
  useEffect(() => {
    if (limitMinutes === undefined) return undefined
    let lastAt = performance.now()
    touchedAt = lastAt
    const touch = () => {
      lastAt = performance.now()
      touchedAt = lastAt
      useIdleWarning.setState({ isWarning: false })
    }
    const timer = setInterval(() => {
      const state = idleState(performance.now() - lastAt, limitMinutes)
      useIdleWarning.setState({ isWarning: state === 'warning' })
      if (state === 'locked') useSession.getState().lose()
    }, LOOK_EVERY_MS)
    window.addEventListener('keydown', touch)
    window.addEventListener('pointerdown', touch)
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', touch)
      window.removeEventListener('pointerdown', touch)
    }
  }, [limitMinutes])
}
