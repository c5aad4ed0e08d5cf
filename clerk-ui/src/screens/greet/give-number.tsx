import type { GreetState } from '@counter/shared/contract/greet'
import { IssuedTicket } from '@counter/shared/contract/hall'
import { useState } from 'react'
import { isDeaf, useProgress } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useHall } from '../../state/hall.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { GivenNumber } from './given-number.tsx'

/** A number for somebody: class and mark first, then one touch on the matter (Q4, U18). */
export function GiveNumber({ byTopic }: { readonly byTopic: GreetState['byTopic'] }) {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const { send, phase, refused } = useCommand()
  const progress = useProgress(phase, 'greet.giving')
  const [isPriority, setPriority] = useState(false)
  const [isSpoken, setSpoken] = useState(false)
  const [issued, setIssued] = useState<IssuedTicket | null>(null)

  const give = async (topic: string) => {
    const cls = isPriority ? 'priority' : 'ordinary'
    const body = { topic, cls, needsSpokenCall: isSpoken, at: 'guide' }
    const answer = await send('/api/tickets', body, IssuedTicket)
    if (answer?.ok) setIssued(answer.value)
  }
  const again = () => {
    setIssued(null)
    setPriority(false)
    setSpoken(false)
  }
  return (
    <section className="card stack" aria-label={words('greet.give')}>
      <h2>{words('greet.give')}</h2>
      <RefusalLine refused={refused} />
      {issued !== null ? (
        <GivenNumber issued={issued} isSpoken={isSpoken} onNext={again} />
      ) : (
        <>
          <div className="greet-marks">
            <Mark word="greet.priority" isOn={isPriority} onToggle={setPriority} />
            <Mark word="greet.spoken" isOn={isSpoken} onToggle={setSpoken} />
          </div>
          <p className="quiet" role="status">
            {progress ?? words('greet.matter')}
          </p>
          <div className="greet-topics">
            {topics.map(({ topic, unitName }) => (
              <button
                key={topic}
                type="button"
                className="touch greet-topic"
                data-topic={topic}
                aria-disabled={isDeaf(phase)}
                onClick={() => void give(topic)}
              >
                <strong>{unitName}</strong>
                <span>{words('greet.waiting', { n: waitingFor(byTopic, topic) })}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

interface MarkProps {
  readonly word: 'greet.priority' | 'greet.spoken'
  readonly isOn: boolean
  readonly onToggle: (isOn: boolean) => void
}

function Mark({ word, isOn, onToggle }: MarkProps) {
  const words = useWords()
  return (
    <button type="button" className="touch" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
      <span aria-hidden="true">{isOn ? '☑' : '☐'}</span> {words(word)}
    </button>
  )
}

function waitingFor(byTopic: GreetState['byTopic'], topic: string): number {
  return byTopic.find((each) => each.topic === topic)?.waiting ?? 0
}
