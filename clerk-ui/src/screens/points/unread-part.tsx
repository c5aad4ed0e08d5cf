import { Button } from 'antd'
import { RefusalLine } from '../../components/refusal-line.tsx'
import type { Reading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'

interface UnreadPartProps {
  readonly title: string
  readonly of: Pick<Reading<unknown>, 'refused' | 'reread'>
}

/** A part that could not be read says so: what waits for a person must not look like nothing (V88). */
export function UnreadPart({ title, of: { refused, reread } }: UnreadPartProps) {
  const words = useWords()
  if (refused === null) return null
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <RefusalLine refused={refused} />
      <div>
        <Button onClick={reread}>{words('board.retry')}</Button>
      </div>
    </section>
  )
}
