import { create } from 'zustand'

const LOCKED = 'counter.locked'

/** Staff have taken this kiosk out of service; a reload does not bring it back (K-10). */
export const useLock = create(() => ({ isLocked: localStorage.getItem(LOCKED) !== null }))

export function setLocked(isLocked: boolean): void {
  if (isLocked) localStorage.setItem(LOCKED, 'yes')
  else localStorage.removeItem(LOCKED)
  useLock.setState({ isLocked })
}
