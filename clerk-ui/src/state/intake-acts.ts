import { create } from 'zustand'

interface IntakeActs {
  /** What Ctrl+Enter and Ctrl+S do now; the open form says. */
  readonly accept: () => void
  readonly keepDraft: () => void
}

const NOTHING: IntakeActs = { accept: () => undefined, keepDraft: () => undefined }

/** The open intake form as the key table reaches it. */
export const useIntakeActs = create<IntakeActs>(() => NOTHING)

/** The form offers its acts; the returned function takes them back. */
export function offerIntakeActs(acts: IntakeActs): () => void {
  useIntakeActs.setState(acts)
  return () => useIntakeActs.setState(NOTHING)
}
