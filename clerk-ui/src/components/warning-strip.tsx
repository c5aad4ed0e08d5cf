import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSeenWarnings } from '../state/deputy.ts'
import { useWords } from '../text/words.ts'

interface WarningStripProps<T> {
  /** What the place is called, filled or not. */
  readonly title: string
  readonly warnings: readonly T[]
  readonly keyOf: (warning: T) => string
  /** Where all of them stand. */
  readonly href: string
  /** Those that nobody here has said 「知道了」 to. */
  readonly children: (fresh: readonly [T, ...T[]]) => ReactNode
}

/** What turned yellow or red, said on whatever page the person is until it was seen (C704). */
export function WarningStrip<T>({ title, warnings, keyOf, href, children }: WarningStripProps<T>) {
  const { keys, see } = useSeenWarnings()
  const words = useWords()
  const [first, ...others] = warnings.filter((each) => !keys.has(keyOf(each)))
  return (
    <div role="status" aria-label={title}>
      {first !== undefined && (
        <p className="strip">
          ▲ {children([first, ...others])} <Link href={href}>{words('deputy.look')}</Link>{' '}
          <Button size="small" onClick={() => see([first, ...others].map(keyOf))}>
            {words('deputy.seen')}
          </Button>
        </p>
      )}
    </div>
  )
}
