import { ResultList } from '@counter/shared/contract/results'
import type { ResultNews } from '@counter/shared/vocabulary/result'
import { useEffect, useRef, useState } from 'react'
import { read } from '../../state/ask.ts'

interface Results {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly found: ReturnType<typeof ResultList.parse> | null
}

/** One list of results, read again whenever `reason` changes; the old rows stay when a reading fails (U11). */
export function useResults(news: ResultNews, limit: number, reason: unknown): Results {
  const [state, setState] = useState<Results>({ phase: 'loading', found: null })
  const last = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the reason is why it is read, not what is read
  useEffect(() => {
    last.current += 1
    const mine = last.current
    void read(`/api/results?news=${news}&limit=${limit}`, ResultList).then((answer) => {
      if (mine !== last.current) return
      setState((known) =>
        answer.ok ? { phase: 'ready', found: answer.value } : { ...known, phase: 'failed' },
      )
    })
  }, [news, limit, reason])

  return state
}
