import type { Guide } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

interface GuideSampleProps {
  readonly code: Guide['code']
  readonly sample: string | null | undefined
  /** What opens it. */
  readonly words: 'guide.sample' | 'guide.resultSample'
  readonly name: string
}

/** A picture of a filled-in form or of a result; it is loaded when it is opened. */
export function GuideSample({ code, sample, words, name }: GuideSampleProps): ReactNode {
  const say = useText()
  if (!sample) return null
  return (
    <details>
      <summary>{say(words)}</summary>
      <img
        src={`/api/guide/${code}/samples/${sample}`}
        alt={say('guide.sampleOf', { name })}
        loading="lazy"
      />
    </details>
  )
}
