import { useState } from 'react'
import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'
import { ReasonPanel } from './reason-panel.tsx'
import { TopicChoice } from './topic-choice.tsx'
import type { Desk } from './use-desk.ts'

/** 直接办理: somebody is served at once, without a number of the line; it asks for what and why (Q11). */
export function DirectPanel({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const unsure = topics.find(({ isUnsure }) => isUnsure)?.topic
  const [topic, setTopic] = useState<string | null>(null)
  const chosen = topic ?? unsure
  return (
    <ReasonPanel
      title={words('desk.panel.direct')}
      usual={['desk.reason.quick', 'desk.reason.pickUp', 'desk.reason.ask']}
      onReason={(reason) =>
        chosen === undefined ? undefined : void desk.actHere('direct', { topic: chosen, reason })
      }
      onClose={onClose}
    >
      <TopicChoice label={words('desk.directTopic')} value={chosen ?? ''} onChange={setTopic} />
    </ReasonPanel>
  )
}
