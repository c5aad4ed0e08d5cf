import { type Answer, type Door, type Parser, readOnce } from '@counter/shared/client/commands'
import { type Copy, readOrCopy } from '@counter/shared/client/copies'
import { Guide, GuideList } from '@counter/shared/contract/public/guide'
import { useEffect, useState } from 'react'
import { readerOf } from './reader.ts'

/** A page that is read once: its copy, or why there is none. */
export interface Reading<T> {
  readonly copy: Copy<T> | null
  readonly refused: string | null
}

/** All guides by unit. */
export function useGuideList(): Reading<GuideList> {
  return useReading('/api/guide', GuideList, 'kiosk', readPublic)
}

/** One guide. */
export function useGuide(code: string, door: Door): Reading<Guide> {
  return useReading(`/api/guide/${encodeURIComponent(code)}`, Guide, door, readPublic)
}

/** What the guide will say once the open draft is published; for whoever is signed in and may read it. */
export function useDraftGuide(code: string): Reading<Guide> {
  return useReading(`/api/catalogue/${encodeURIComponent(code)}/guide`, Guide, 'staff', readUnpublished)
}

/** Something else that everybody reads. */
export function usePublic<T>(path: string, parser: Parser<T>, door: Door): Reading<T> {
  return useReading(path, parser, door, readPublic)
}

type Read = <T>(path: string, parser: Parser<T>, door: Door) => Promise<Answer<Copy<T>>>

const readPublic: Read = (path, parser, door) => readOrCopy(path, parser, readerOf(door))

// What nobody has published stays in no browser: whoever opens the page next may not read it.
const readUnpublished: Read = async (path, parser, door) => {
  const answer = await readOnce(path, parser, door)
  return answer.ok ? { ok: true, value: { value: answer.value, copiedOn: null } } : answer
}

function useReading<T>(path: string, parser: Parser<T>, door: Door, from: Read): Reading<T> {
  const [reading, setReading] = useState<Reading<T>>({ copy: null, refused: null })
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const answer = await from(path, parser, door)
      if (!isWanted) return
      setReading(answer.ok ? { copy: answer.value, refused: null } : { copy: null, refused: answer.code })
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [path, parser, door, from])
  return reading
}
