import { ApprovalList, type ApprovalRow } from '@counter/shared/contract/approvals'
import { useEffect, useRef, useState } from 'react'
import { read } from '../../state/ask.ts'

interface Approvals {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly rows: readonly ApprovalRow[]
}

/** What waits for this person's signature, read again whenever `news` or `attempt` changes; old rows stay on a failure (U11). */
export function useApprovals(news: unknown, attempt: number): Approvals {
  const [found, setFound] = useState<Approvals>({ phase: 'loading', rows: [] })
  const last = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: news and attempt are reasons to read, not what is read
  useEffect(() => {
    last.current += 1
    const mine = last.current
    void read('/api/approvals', ApprovalList).then((answer) => {
      if (mine !== last.current) return
      setFound((known) =>
        answer.ok ? { phase: 'ready', rows: answer.value.items } : { ...known, phase: 'failed' },
      )
    })
  }, [news, attempt])

  return found
}
