import { useEffect } from 'react'
import { create } from 'zustand'

/** Something a person can do now, as the command box offers it. */
export interface OfferedAction {
  readonly id: string
  readonly label: string
  /** Pinyin initials, typed instead of the label: `qh` for 取号. */
  readonly initials: string
  readonly run: () => void
}

interface Offers {
  readonly byScreen: Readonly<Record<string, readonly OfferedAction[]>>
}

export const useOffers = create<Offers>(() => ({ byScreen: {} }))

/** A screen offers its acts to the command box while it is open. */
export function useOfferedActions(screen: string, actions: readonly OfferedAction[]): void {
  useEffect(() => {
    useOffers.setState(({ byScreen }) => ({ byScreen: { ...byScreen, [screen]: actions } }))
    return () => useOffers.setState(({ byScreen }) => ({ byScreen: without(byScreen, screen) }))
  }, [screen, actions])
}

/** The offers that a typed text means: initials from their start, or any part of the words. */
export function matchingActions(actions: readonly OfferedAction[], typed: string): readonly OfferedAction[] {
  const sought = typed.trim().toLowerCase()
  if (sought === '') return actions
  return actions.filter(
    ({ initials, label }) => initials.startsWith(sought) || label.toLowerCase().includes(sought),
  )
}

function without<T>(all: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))
}
