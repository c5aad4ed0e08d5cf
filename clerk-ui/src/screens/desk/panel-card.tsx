import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'

interface PanelCardProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question in the middle of the page. Focus goes to its first control and returns where it was; Esc closes. */
export function PanelCard({ title, onClose, children }: PanelCardProps) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    card.current?.querySelector<HTMLElement>('input, button, select')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    onClose()
  }
  return (
    <section ref={card} className="panel" aria-label={title} onKeyDown={press}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
