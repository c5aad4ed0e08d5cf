import { OrderList, type OrderRow } from '@counter/shared/contract/orders'
import { useCallback, useEffect, useRef, useState } from 'react'
import { read } from '../../state/ask.ts'

interface OpenOrders {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly rows: readonly OrderRow[]
  readonly hasMore: boolean
  readonly again: () => void
  readonly more: () => void
}

const PAGE = 20

/** The open orders this person may see, read again whenever either changes; old rows stay when a reading fails (U11). */
export function useOpenOrders(news: unknown, letters: unknown): OpenOrders {
  const [found, setFound] = useState<Pick<OpenOrders, 'phase' | 'rows' | 'hasMore'>>({
    phase: 'loading',
    rows: [],
    hasMore: false,
  })
  const [wanted, setWanted] = useState(PAGE)
  const [attempt, setAttempt] = useState(0)
  const last = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: news, letters and attempt are reasons to read, not what is read
  useEffect(() => {
    last.current += 1
    const mine = last.current
    void read(`/api/orders?limit=${wanted}`, OrderList).then((answer) => {
      if (mine !== last.current) return
      setFound((known) =>
        answer.ok
          ? { phase: 'ready', rows: answer.value.items, hasMore: answer.value.next !== null }
          : { ...known, phase: 'failed' },
      )
    })
  }, [news, letters, attempt, wanted])

  const again = useCallback(() => setAttempt((count) => count + 1), [])
  const more = useCallback(() => setWanted((count) => Math.min(200, count + PAGE)), [])
  return { ...found, hasMore: found.hasMore && wanted < 200, again, more }
}
