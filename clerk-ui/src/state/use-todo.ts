import { CaseList, type LightCounts } from '@counter/shared/contract/case-lists'
import type { StaffSession } from '@counter/shared/contract/people'
import { useEffect, useState } from 'react'
import { useServerNow } from './live.ts'
import { useBoardNews } from './use-board-news.ts'
import { useReading } from './use-reading.ts'

const COUNTS = '/api/cases?limit=1&open=yes&counts=yes'
const MINUTE_MS = 60_000
const CALM_MS = 500

/**
 * How many of the cases on this person's board stand under each light: the board's own question, asked again at each piece of
 * news and each minute (U34). Null for nobody, and until the first answer.
 */
export function useTodo(session: StaffSession | null): LightCounts | null {
  const news = useBoardNews(session)
  const minute = useServerNow(MINUTE_MS)
  const [looks, setLooks] = useState(0)

  // Several pieces of news at once are one reading.
  useEffect(() => {
    if (news === null) return
    const timer = setTimeout(() => setLooks((known) => known + 1), CALM_MS)
    return () => clearTimeout(timer)
  }, [news])

  const { value } = useReading(session === null ? null : COUNTS, CaseList, `${looks} ${minute.slice(0, 16)}`)
  return value?.counts ?? null
}
