import type { CommandId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { create } from 'zustand'
import { serverNow } from '../../state/live.ts'
import { type Draft, newDraft, reopened } from './draft.ts'

interface DraftStore {
  /** The form that is open, also while another tab of the page is looked at. */
  readonly draft: Draft | null
  /** What was sent, until the centre has taken it: a refused one can be opened again (V36). */
  readonly sent: ReadonlyMap<CommandId, Draft>
  open(): void
  change(step: (draft: Draft) => Draft): void
  keepSent(draft: Draft): void
  reopen(id: CommandId): boolean
}

/** The day by the centre's clock. */
export function today(): PlainDate {
  return civilDate(serverNow())
}

/** The draft lives in memory: personal data is written to no plain storage. */
export const useDraft = create<DraftStore>((set, get) => ({
  draft: null,
  sent: new Map(),
  open() {
    if (get().draft === null) set({ draft: newDraft(today()) })
  },
  change(step) {
    const { draft } = get()
    if (draft !== null) set({ draft: step(draft) })
  },
  keepSent(draft) {
    set({ draft: null, sent: new Map(get().sent).set(draft.id, draft) })
  },
  reopen(id) {
    const draft = get().sent.get(id)
    if (draft !== undefined) set({ draft: reopened(draft) })
    return draft !== undefined
  },
}))
