import { type Notice, NoticeList } from '@counter/shared/contract/notices'
import type { Refused } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'

export interface Notices {
  /** Null until the first answer. */
  readonly items: readonly Notice[] | null
  readonly refused: Refused | null
  look(): void
}

/** The notices of the hall, the stopped ones last. */
export function useNotices(): Notices {
  const { value, refused, reread } = useReading('/api/notices', NoticeList)
  return { items: value?.items ?? null, refused, look: reread }
}
