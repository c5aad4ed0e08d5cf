import { type ReactNode, useId } from 'react'
import { Scroller } from '../case/scroller.tsx'

interface FigureCardProps {
  readonly name: string
  readonly title: string
  /** The conclusion in one sentence (U37). */
  readonly caption: string
  readonly children: ReactNode
}

/** A block of figures with its conclusion as caption; the numbers stand in a table (U37). */
export function FigureCard({ name, title, caption, children }: FigureCardProps) {
  const id = useId()
  return (
    <section className="card" data-testid={`l1.card.${name}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <figure className="l1-figure">
        <figcaption>{caption}</figcaption>
        <Scroller name={caption}>{children}</Scroller>
      </figure>
    </section>
  )
}
