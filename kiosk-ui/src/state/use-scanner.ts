import { useEffect } from 'react'

const BETWEEN_KEYS_MS = 80

/** A QR scanner types what it reads and ends with Enter, faster than any hand; slower keys are left alone. */
export function useScanner(onText: (text: string) => void): void {
  useEffect(() => {
    let typed = ''
    let lastAt = 0
    const hear = (event: KeyboardEvent) => {
      const isFast = event.timeStamp - lastAt < BETWEEN_KEYS_MS
      lastAt = event.timeStamp
      if (!isFast) typed = ''
      if (event.key.length === 1) typed += event.key
      if (event.key !== 'Enter' || typed.length < 8) return
      // Otherwise the scanner's Enter would press whatever has the focus.
      event.preventDefault()
      event.stopPropagation()
      onText(typed)
      typed = ''
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [onText])
}
