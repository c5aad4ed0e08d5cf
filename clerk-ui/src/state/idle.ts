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

/** True during the last minute before the screen locks. */
export const useIdleWarning = create<{ readonly isWarning: boolean }>(() => ({ isWarning: false }))

/** Watches keys and touches while somebody is signed in. The work stays under the sign-in layer (U15). */
export function useIdleLock(limitMinutes: number | undefined): void {
  useEffect(() => {
    if (limitMinutes === undefined) return undefined
    let touchedAt = performance.now()
    const touch = () => {
      touchedAt = performance.now()
      useIdleWarning.setState({ isWarning: false })
    }
    const timer = setInterval(() => {
      const state = idleState(performance.now() - touchedAt, limitMinutes)
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
