import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

export interface Later<Props> {
  readonly Shown: (props: Props) => ReactNode
  /** Brings its file without showing it; a file that does not come is asked for again when it is shown. */
  readonly bring: () => Promise<void>
}

/** A part whose file is not needed at first (K54). Once it was brought it is drawn at once, without an empty moment. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let known: ComponentType<Props> | null = null
  const bring = async () => {
    known = await load()
    return known
  }
  const Coming = lazy(async () => ({ default: await bring() }))
  return {
    Shown(props) {
      // Chosen once per showing: another component in its place would lose what was typed.
      const [Part] = useState<ComponentType<Props>>(() => known ?? Coming)
      return (
        <Suspense>
          <Part {...props} />
        </Suspense>
      )
    },
    bring: () => bring().then(() => undefined),
  }
}
