import type { Guide } from '@counter/shared/contract/public/guide'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/text.ts'

export interface SamplePlace {
  readonly code: Guide['code']
  /** A phone opens what it cannot draw; a kiosk has no way back from it. */
  readonly mayOpen: boolean
}

interface GuideSampleProps extends SamplePlace {
  readonly sample: string | null | undefined
  /** What opens it. */
  readonly words: 'guide.sample' | 'guide.resultSample'
  readonly name: string
}

/** A sample of a filled-in form or of a result, loaded when it is opened; one that is no picture is a file. */
export function GuideSample({ code, mayOpen, sample, words, name }: GuideSampleProps): ReactNode {
  const say = useText()
  const [isFile, setFile] = useState(false)
  if (!sample) return null
  const address = `/api/guide/${code}/samples/${sample}`
  return (
    <details>
      <summary>{say(words)}</summary>
      {!isFile && (
        <img
          src={address}
          alt={say('guide.sampleOf', { name })}
          loading="lazy"
          onError={() => setFile(true)}
        />
      )}
      {isFile &&
        (mayOpen ? (
          <a href={address}>{say('guide.sampleFile', { name })}</a>
        ) : (
          <p>{say('guide.sampleAtDesk')}</p>
        ))}
    </details>
  )
}
