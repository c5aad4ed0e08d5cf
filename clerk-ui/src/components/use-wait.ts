import { useEffect, useState } from 'react'

const PATIENCE_MS = 300
const LOST_MS = 8_000

/** How long something has been on its way: nothing is said yet, it is said to be coming, or it did not come (U11). */
export type Wait = 'short' | 'slow' | 'lost'

/** Nothing for 300 ms, so a quick answer does not flicker; words until 8 s; then the words of an error (U11). */
export function useWait(): Wait {
  const [wait, setWait] = useState<Wait>('short')
  useEffect(() => {
    const slow = setTimeout(() => setWait('slow'), PATIENCE_MS)
    const lost = setTimeout(() => setWait('lost'), LOST_MS)
    return () => {
      clearTimeout(slow)
      clearTimeout(lost)
    }
  }, [])
  return wait
}
