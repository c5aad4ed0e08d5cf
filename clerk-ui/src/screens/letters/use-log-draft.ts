import { LogDraftKept, LogDraftRead } from '@counter/shared/contract/letter-bodies'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useRef, useState } from 'react'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { command, read } from '../../state/ask.ts'
import { useKeepSoon } from '../../state/use-keep-soon.ts'
import { EMPTY_LOG, type LogDraft } from './log-draft.ts'

const PATH = '/api/letters/draft'

/** What is half written in the log, and where it stands at the server. */
export interface KeptLog {
  readonly draft: LogDraft
  readonly savedAt: Instant | null
  change(part: Partial<LogDraft>): void
  /** It has become a letter. */
  forget(): void
}

/** Another page of the app, a crash and another computer lose nothing of a call that is being written down (U15). */
export function useLogDraft(): KeptLog {
  const [typed, setTyped] = useAdminDraft<LogDraft>('letter:new')
  const [savedAt, setSavedAt] = useState<Instant | null>(null)
  const [turn, setTurn] = useState(0)
  const kept = useRef<LogDraft | null>(null)
  const newest = useRef(typed)
  useEffect(() => {
    newest.current = typed
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page opens empty
  useEffect(() => {
    if (typed !== null) return
    void read(PATH, LogDraftRead).then((answer) => {
      if (!answer.ok || answer.value.draft === null || newest.current !== null) return
      kept.current = answer.value.draft.content
      setTyped(answer.value.draft.content)
      setSavedAt(answer.value.draft.savedAt)
    })
  }, [])

  async function keep(): Promise<void> {
    const now = newest.current
    if (now === null) return
    const answer = await command(PATH, { content: now }, LogDraftKept)
    setTurn((before) => before + 1)
    if (!answer.ok) return
    kept.current = now
    setSavedAt(answer.value.savedAt)
  }
  useKeepSoon(typed !== null && typed !== kept.current, keep, PATH, turn)

  return {
    draft: typed ?? EMPTY_LOG,
    savedAt,
    change: (part) => setTyped({ ...(newest.current ?? EMPTY_LOG), ...part }),
    forget: () => {
      setTyped(null)
      setSavedAt(null)
    },
  }
}
