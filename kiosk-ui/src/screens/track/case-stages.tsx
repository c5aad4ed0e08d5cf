import type { TrackCase } from '@counter/shared/contract/public/track'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { type Say, useLanguage, useText } from '../../text/text.ts'

const MARKS = { done: '✓', now: '●', next: '○' } as const

/** ✓ 收件 → ✓ 受理 → ● 民政办审核中 → ○ 办结 → ○ 送达, as an ordered list. */
export function CaseStages({ stages }: Pick<TrackCase, 'stages'>): ReactNode {
  const say = useText()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (
    <section>
      <h3>{say('p2.stages')}</h3>
      <ol className="stages">
        {stages.map((stage) => (
          <li
            key={stage.stage}
            data-state={stage.state}
            aria-current={stage.state === 'now' ? 'step' : undefined}
          >
            <span aria-hidden="true">{MARKS[stage.state]}</span>
            <strong>{stageWords(stage, say)}</strong>
            <span className="visually-hidden">{say(`p2.state.${stage.state}`)}</span>
            {stage.at !== null && <span>{dayWords(dayOf(stage.at), language)}</span>}
            {stage.who !== null && stage.stage !== 'reviewing' && <span>{stage.who}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function stageWords({ stage, state, who }: TrackCase['stages'][number], say: Say): string {
  if (stage === 'reviewing' && state === 'now' && who !== null) return say('p2.stage.reviewingNow', { who })
  return say(`p2.stage.${stage}`)
}

function dayOf(at: string): PlainDate {
  return at.length > 10 ? civilDate(at as Instant) : (at as PlainDate)
}
