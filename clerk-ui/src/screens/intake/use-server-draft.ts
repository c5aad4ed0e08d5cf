import { Draft, type DraftContent, DraftSaved } from '@counter/shared/contract/drafts'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useRef, useState } from 'react'
import { command, read } from '../../state/ask.ts'
import { useDrafts } from '../../state/drafts.ts'
import { useKeepSoon } from '../../state/use-keep-soon.ts'
import { EMPTY_DRAFT, type IntakeDraft, isDirty } from './intake-draft.ts'

/** Where the draft stands at the server: when it was kept, and whether it was found there. */
export interface ServerDraft {
  readonly savedAt: Instant | null
  /** When the draft that this form began with had been kept; null when it began empty. */
  readonly foundAt: Instant | null
  /** Keeps it now; false when the server did not answer. */
  keep(): Promise<boolean>
}

/** Keeps what is typed for a number at the server, and finds it there again after a crash or at another computer (C410, U15). */
export function useServerDraft(ticket: TicketId, onFound: (found: DraftContent) => void): ServerDraft {
  const draft = useDrafts((state) => state.byTicket[ticket])
  const [savedAt, setSavedAt] = useState<Instant | null>(null)
  const [foundAt, setFoundAt] = useState<Instant | null>(null)
  // Counts the attempts, so that a failed one is followed by another.
  const [turn, setTurn] = useState(0)
  const kept = useRef<IntakeDraft | undefined>(undefined)
  const found = useRef(onFound)
  useEffect(() => {
    found.current = onFound
  })

  useEffect(() => {
    if (useDrafts.getState().byTicket[ticket] !== undefined) return
    let isCurrent = true
    void read(`/api/drafts/${ticket}`, Draft).then((answer) => {
      const isUntouched = useDrafts.getState().byTicket[ticket] === undefined
      if (!isCurrent || !answer.ok || answer.value.draft === null || !isUntouched) return
      found.current(answer.value.draft.content)
      setFoundAt(answer.value.draft.savedAt)
    })
    return () => {
      isCurrent = false
    }
  }, [ticket])

  async function keep(): Promise<boolean> {
    const now = useDrafts.getState().byTicket[ticket] ?? EMPTY_DRAFT
    const answer = await command('/api/drafts', { ticketId: ticket, content: contentOf(now) }, DraftSaved)
    setTurn((before) => before + 1)
    if (!answer.ok) return false
    kept.current = now
    setSavedAt(answer.value.savedAt)
    return true
  }

  const isUnkept = draft !== undefined && draft !== kept.current && isDirty(draft)
  useKeepSoon(isUnkept, keep, ticket, turn)

  return { savedAt, foundAt, keep }
}

function contentOf({ guide: _, ...typed }: IntakeDraft): DraftContent | null {
  return isDirty({ ...typed, guide: null }) ? typed : null
}
