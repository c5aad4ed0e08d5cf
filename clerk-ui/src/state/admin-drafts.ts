import { useCallback } from 'react'
import { create } from 'zustand'

interface AdminDrafts {
  readonly byKey: Readonly<Record<string, unknown>>
}

const useAdminDrafts = create<AdminDrafts>(() => ({ byKey: {} }))

/** What is half written on a page: another page of the app does not lose it, the browser never stores it (U15, U40, P33). Null: nothing was changed. */
export function useAdminDraft<T>(key: string): readonly [T | null, (draft: T | null) => void] {
  const draft = useAdminDrafts(({ byKey }) => (byKey[key] ?? null) as T | null)
  const keep = useCallback(
    (next: T | null) => useAdminDrafts.setState(({ byKey }) => ({ byKey: { ...byKey, [key]: next } })),
    [key],
  )
  return [draft, keep]
}

/** True while something typed on a page is not saved. */
export function hasAdminDraft(): boolean {
  return Object.values(useAdminDrafts.getState().byKey).some((draft) => draft !== null)
}

/** Another person works at this page from now on. */
export function forgetAdminDrafts(): void {
  useAdminDrafts.setState({ byKey: {} })
}
