import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * A part that goes while the focus is in it gives the focus back: to what had it before, or, when that is gone too, to the
 * page, so that the next Tab begins where the person was and not at the top of the browser (U43). `isRow`: part of a list,
 * which nobody opened, so the page alone can take it.
 */
export function useReturnFocus(part: RefObject<HTMLElement | null>, isRow = false): void {
  const before = useRef<Element | null>(null)
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    before.current = isRow ? null : document.activeElement
    // Asked while the part still stands; the answer is used when everything else of this moment has gone as well.
    return () => {
      hadFocus.current = part.current?.contains(document.activeElement) === true
    }
  }, [part, isRow])
  useEffect(
    () => () => {
      if (!hadFocus.current) return
      const opener = before.current
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
      else document.querySelector('main')?.focus({ preventScroll: true })
    },
    [],
  )
}
