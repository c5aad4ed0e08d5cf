import { VISIT_OUTCOMES, type VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../text/words.ts'
import { TopicChoice } from './topic-choice.tsx'

interface OutcomeBarProps {
  readonly recorded: VisitOutcome | null
  readonly onChoose: (outcome: VisitOutcome, topicServed: string | null) => void
  readonly onClose: () => void
}

/** 「办得怎么样？」 The keys 1 to 6 act while the focus is in this bar; Esc goes back to serving. */
export function OutcomeBar({ recorded, onChoose, onClose }: OutcomeBarProps) {
  const words = useWords()
  const bar = useRef<HTMLFieldSetElement>(null)
  const [topic, setTopic] = useState('')
  const choose = (outcome: VisitOutcome) => onChoose(outcome, topic === '' ? null : topic)
  const known = recorded === null ? 0 : VISIT_OUTCOMES.indexOf(recorded)
  useEffect(() => bar.current?.querySelectorAll('button')[known]?.focus(), [known])
  return (
    <fieldset
      ref={bar}
      className="outcome-bar"
      data-outcome-bar=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <legend>{words('desk.outcome')}</legend>
      {VISIT_OUTCOMES.map((outcome, place) => (
        <Button
          key={outcome}
          type={outcome === recorded ? 'primary' : 'default'}
          aria-keyshortcuts={String(place + 1)}
          onClick={() => choose(outcome)}
        >
          {place + 1} {words(`desk.outcome.${outcome}`)}
        </Button>
      ))}
      <TopicChoice
        label={words('desk.topicServed')}
        value={topic}
        onChange={setTopic}
        none={words('desk.topicAsked')}
      />
    </fieldset>
  )
}
