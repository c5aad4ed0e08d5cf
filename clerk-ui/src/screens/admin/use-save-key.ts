import { useEffect, useRef } from 'react'

/** Ctrl+S saves what is typed on an administrator's page (U40); while a word is composed the keys belong to the input method. */
export function useSaveKey(save: () => void): void {
  const newest = useRef(save)
  newest.current = save
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (!event.isComposing && !event.repeat) newest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
