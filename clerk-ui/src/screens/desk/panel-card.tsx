import { type ReactNode, useRef } from 'react'
import { useOpenedCard } from '../../components/use-opened-card.ts'

interface PanelCardProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question in the middle of the page. Focus goes to its first control and returns where it was, or to the page; Esc closes. */
export function PanelCard({ title, onClose, children }: PanelCardProps) {
  const card = useRef<HTMLElement>(null)
  const press = useOpenedCard(card, onClose)
  return (
    <section ref={card} className="panel" aria-label={title} onKeyDown={press}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
