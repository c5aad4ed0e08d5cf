import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { later } from '../../components/later.tsx'
import { PageFault } from '../../components/page-fault.tsx'
import { useCentre } from '../../state/centre.ts'
import { useWaiting } from '../../state/waiting.ts'
import { useText } from '../../text/text.ts'

// Most days nobody comes too late, so what draws the code comes after the first page (K54).
const { Shown: Qr } = later(async () => (await import('../../components/qr.tsx')).Qr)

/** How it stands with a topic near closing: nothing to say, too late perhaps, or no numbers any more (Q41). */
export function useLateness(topic: TopicKey): 'no' | 'perhaps' | 'stopped' {
  const late = useWaiting(({ figures }) => figures?.late)
  if (late === undefined || !late.topics.includes(topic)) return 'no'
  return late.isStopped ? 'stopped' : 'perhaps'
}

/** What somebody can do instead of waiting in vain: book a time, go to the village point, or ask a person (Q41). */
export function LateOffers({ topic }: { readonly topic: TopicKey }): ReactNode {
  const say = useText()
  const publicUrl = useCentre(({ hall }) => hall?.settings.publicUrl)
  return (
    <section className="late" aria-label={say('k2.late')}>
      <p className="warning" role="status">
        ▲ {say('k2.late')}
      </p>
      <p>{say('k2.lateElse')}</p>
      {publicUrl !== undefined && (
        <PageFault shown={null}>
          <figure className="scan-here">
            <Qr text={`${publicUrl}/book?topic=${topic}`} label={say('k2.lateBook')} testId="k2.book" />
            <figcaption>{say('k2.lateBook')}</figcaption>
          </figure>
        </PageFault>
      )}
    </section>
  )
}
