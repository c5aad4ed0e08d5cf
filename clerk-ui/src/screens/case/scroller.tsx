import type { ReactNode } from 'react'

/** A wide table scrolls in its own pane, which the keyboard can reach (U45). */
export function Scroller({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="scroller" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
