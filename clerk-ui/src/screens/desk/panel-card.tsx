import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'

interface PanelCardProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question in the middle of the page. Focus goes to its first control and returns where it was, or to the page; Esc closes. */
export function PanelCard({ title, onClose, children }: PanelCardProps) {
  const card = useRef<HTMLElement>(null)
  useReturnFocus(card)
  useEffect(() => card.current?.querySelector<HTMLElement>('input, button, select')?.focus(), [])
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
