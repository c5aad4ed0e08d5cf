import type { BookingTaken, BookingTopics } from '@counter/shared/contract/public/booking'
import type { ReactNode } from 'react'
import { Qr } from '../../components/qr.tsx'
import { useLanguage, useText } from '../../text/text.ts'
import { whenWords } from './when-words.ts'

interface TakenProps {
  readonly taken: BookingTaken
  readonly matter: string
  readonly times: Times
}

/** How many minutes early or late one may come. */
export type Times = BookingTopics['times']

/** The code and its QR, told once (Q7). */
export function Taken({ taken, matter, times }: TakenProps): ReactNode {
  const say = useText()
  const language = useLanguage()
  return (
    <>
      <p role="status" className="line">
        {say('p6.done')}
      </p>
      <p className="line">{whenWords(taken.booking, language)}</p>
      <p>{matter}</p>
      <p className="code" data-testid="p6.code">
        {taken.code}
      </p>
      <p>{say('p6.keep')}</p>
      <BookingQr link={taken.link} times={times} />
    </>
  )
}

/** What the kiosk scans, and the two rules of coming early or late (Q36). */
export function BookingQr({ link, times }: { readonly link: string; readonly times: Times }): ReactNode {
  const say = useText()
  return (
    <>
      <figure className="scan-here">
        <Qr text={link} label={say('p6.scan')} testId="p6.qr" />
        <figcaption>{say('p6.scan')}</figcaption>
      </figure>
      <p className="note">{say('p6.times', times)}</p>
      <p className="note">{say('p6.early')}</p>
    </>
  )
}
