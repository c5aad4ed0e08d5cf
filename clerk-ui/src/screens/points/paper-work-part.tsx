import { PaperWork } from '@counter/shared/contract/paper-work'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { FindingRows } from './finding-rows.tsx'
import { GonePhoneCard } from './gone-phone-card.tsx'
import { ReEntryForm } from './re-entry-form.tsx'
import { UnreadPart } from './unread-part.tsx'

/** 按纸质材料补录: slips whose phone is gone, and what a restored record lacks (V56, V80). */
export function PaperWorkPart({ news }: { readonly news: unknown }) {
  const words = useWords()
  const maySettle = useSession(({ session }) => session?.role) === 'supervisor'
  const reading = useReading(maySettle ? '/api/points/paper-work' : null, PaperWork, news)
  const { value, reread } = reading
  // The number of the slip that is being entered; '' for one that is typed.
  const [entering, setEntering] = useState<string | null>(null)
  if (value === null) return <UnreadPart title={words('paperWork.title')} of={reading} />
  const { phones, findings } = value
  const isEmpty = phones.length + findings.length === 0
  return (
    <section className="card stack" aria-label={words('paperWork.title')} data-testid="l7.paper-work">
      <h2>{words('paperWork.title')}</h2>
      <p>{words(isEmpty ? 'paperWork.none' : 'paperWork.how')}</p>
      <div>
        <Button aria-expanded={entering !== null} onClick={() => setEntering(entering === null ? '' : null)}>
          {words(entering === null ? 'paperWork.enter' : 'point.less')}
        </Button>
      </div>
      {entering !== null && <ReEntryForm key={entering} number={entering} onDone={reread} />}
      <FindingRows findings={findings} onEnter={setEntering} onDone={reread} />
      {phones.map((phone) => (
        <GonePhoneCard key={phone.device} phone={phone} onEnter={setEntering} onDone={reread} />
      ))}
    </section>
  )
}
