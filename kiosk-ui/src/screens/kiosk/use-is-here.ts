import { useCallback, useEffect, useRef } from 'react'

/** Asks whether the page that began something is still open: a late answer belongs to whoever left it, not to the next (U19). */
export function useIsHere(): () => boolean {
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  return useCallback(() => isMounted.current, [])
}
