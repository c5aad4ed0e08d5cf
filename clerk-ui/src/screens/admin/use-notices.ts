import { Notice, NoticeList } from '@counter/shared/contract/notices'
import { useCallback, useEffect, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { command, read } from '../../state/ask.ts'

export interface Notices {
  /** Null until the first answer. */
  readonly items: readonly Notice[] | null
  readonly refused: Refused | null
  /** True when it was done; then the list is the new one. */
  send(path: string, body: object): Promise<boolean>
}

/** The notices of the hall, the stopped ones last. */
export function useNotices(): Notices {
  const [items, setItems] = useState<readonly Notice[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const look = useCallback(async () => {
    const answer = await read('/api/notices', NoticeList)
    if (answer.ok) setItems(answer.value.items)
    else setRefused(answer)
  }, [])
  useEffect(() => void look(), [look])
  const send: Notices['send'] = async (path, body) => {
    const answer = await command(path, body, Notice)
    setRefused(answer.ok ? null : answer)
    await look()
    return answer.ok
  }
  return { items, refused, send }
}
