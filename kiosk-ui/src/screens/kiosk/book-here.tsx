import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { Qr } from '../../components/qr.tsx'
import { useCentre } from '../../state/centre.ts'
import { useText } from '../../text/text.ts'

/** The code that leads a phone to a time that can be booked; picture and caption come together (Q41). */
export function BookHere({ topic }: { readonly topic: TopicKey }): ReactNode {
  const say = useText()
  const publicUrl = useCentre(({ hall }) => hall?.settings.publicUrl)
  if (publicUrl === undefined) return null
  return (
    <figure className="scan-here">
      <Qr text={`${publicUrl}/book?topic=${topic}`} label={say('k2.lateBook')} testId="k2.book" />
      <figcaption>{say('k2.lateBook')}</figcaption>
    </figure>
  )
}
