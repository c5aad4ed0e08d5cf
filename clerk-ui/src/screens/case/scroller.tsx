import type { ReactNode } from 'react'

/** A wide table scrolls in its own pane, which the keyboard can reach (U45). */
export function Scroller({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must take the focus (2.1.1)
    <section className="scroller" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
