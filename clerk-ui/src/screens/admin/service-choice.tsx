import type { WindowPlan } from '@counter/shared/contract/window-plan'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { useWords } from '../../text/words.ts'

export type Ranks = Readonly<Record<string, WindowService | undefined>>

const CHOICES = ['main', 'helps', 'not'] as const

interface ServiceChoiceProps {
  readonly plan: WindowPlan
  readonly ranks: Ranks
  readonly onChange: (ranks: Ranks) => void
}

/** Per topic: 主办, 协办 or 不办 at this window (Q15, Q21). */
export function ServiceChoice({ plan, ranks, onChange }: ServiceChoiceProps) {
  const words = useWords()
  return (
    <div className="service-list">
      {plan.topics.map(({ topic, unitName, prefix, waiting }) => (
        <fieldset key={topic} className="service">
          <legend>
            {unitName} <span className="quiet">{words('a2.topicWaiting', { prefix, n: waiting })}</span>
          </legend>
          {CHOICES.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`service-${topic}`}
                checked={(ranks[topic] ?? 'not') === choice}
                onChange={() => onChange({ ...ranks, [topic]: choice === 'not' ? undefined : choice })}
              />
              {words(`a2.${choice}`)}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
