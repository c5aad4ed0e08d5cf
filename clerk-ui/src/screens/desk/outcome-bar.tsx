import { VISIT_OUTCOMES, type VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '../../text/words.ts'

interface OutcomeBarProps {
  readonly recorded: VisitOutcome | null
  readonly onChoose: (outcome: VisitOutcome) => void
  readonly onClose: () => void
}

/** 「办得怎么样？」 The keys 1 to 6 act while the focus is in this bar; Esc goes back to serving. */
export function OutcomeBar({ recorded, onChoose, onClose }: OutcomeBarProps) {
  const words = useWords()
  const bar = useRef<HTMLFieldSetElement>(null)
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
          onClick={() => onChoose(outcome)}
        >
          {place + 1} {words(`desk.outcome.${outcome}`)}
        </Button>
      ))}
    </fieldset>
  )
}
