import { useEffect, useState } from 'react'

const QUIET_MS = 300

/** False for the first 300 ms: words that flash by are worse than none (U11). */
export function useShownAfter(): boolean {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return isShown
}
