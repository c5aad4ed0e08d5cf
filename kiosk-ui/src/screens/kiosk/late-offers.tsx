import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { later } from '../../components/later.tsx'
import { PageFault } from '../../components/page-fault.tsx'
import { useWaiting } from '../../state/waiting.ts'
import { useText } from '../../text/text.ts'

// Most days nobody comes too late, so what draws the code comes after the first page (K54).
const { Shown: BookHere, bring } = later(async () => (await import('./book-here.tsx')).BookHere)

/** Brings the file of the code before the last half hour, in which the server may fall silent (K43). */
export const bringBookHere = bring

/** How it stands with a topic near closing: nothing to say, too late perhaps, or no numbers any more (Q41). */
export function useLateness(topic: TopicKey): 'no' | 'perhaps' | 'stopped' {
  const late = useWaiting(({ figures }) => figures?.late)
  if (late === undefined || !late.topics.includes(topic)) return 'no'
  return late.isStopped ? 'stopped' : 'perhaps'
}

/** What somebody can do instead of waiting in vain: book a time, go to the village point, or ask a person (Q41). */
export function LateOffers({ topic }: { readonly topic: TopicKey }): ReactNode {
  const say = useText()
  return (
    <section className="late" aria-label={say('k2.late')}>
      <p className="warning" role="status">
        ▲ {say('k2.late')}
      </p>
      <p>{say('k2.lateElse')}</p>
      <PageFault shown={null}>
        <BookHere topic={topic} />
      </PageFault>
    </section>
  )
}
