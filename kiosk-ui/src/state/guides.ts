import type { Door, Parser } from '@counter/shared/client/commands'
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
  return useReading('/api/guide', GuideList, 'kiosk')
}

/** One guide. */
export function useGuide(code: string, door: Door): Reading<Guide> {
  return useReading(`/api/guide/${encodeURIComponent(code)}`, Guide, door)
}

/** What the guide will say once the open draft is published; for whoever is signed in and may read it. */
export function useDraftGuide(code: string): Reading<Guide> {
  return useReading(`/api/catalogue/${encodeURIComponent(code)}/guide`, Guide, 'staff')
}

function useReading<T>(path: string, parser: Parser<T>, door: Door): Reading<T> {
  const [reading, setReading] = useState<Reading<T>>({ copy: null, refused: null })
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const answer = await readOrCopy(path, parser, readerOf(door))
      if (!isWanted) return
      setReading(answer.ok ? { copy: answer.value, refused: null } : { copy: null, refused: answer.code })
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [path, parser, door])
  return reading
}
