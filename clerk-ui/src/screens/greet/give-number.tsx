import { newCommandId } from '@counter/shared/client/commands'
import type { GreetState } from '@counter/shared/contract/greet'
import { IssuedTicket } from '@counter/shared/contract/hall'
import { useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'
import { GivenNumber } from './given-number.tsx'

/** A number for somebody: class and mark first, then one touch on the matter (Q4, U18). */
export function GiveNumber({ byTopic }: { readonly byTopic: GreetState['byTopic'] }) {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const commandId = useRef(newCommandId())
  const [isPriority, setPriority] = useState(false)
  const [isSpoken, setSpoken] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [issued, setIssued] = useState<IssuedTicket | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)

  const give = async (topic: string) => {
    if (isBusy) return
    setBusy(true)
    const cls = isPriority ? 'priority' : 'ordinary'
    const body = { commandId: commandId.current, topic, cls, needsSpokenCall: isSpoken, at: 'guide' }
    const answer = await command('/api/tickets', body, IssuedTicket)
    // Only an answer makes the next touch another number; silence asks for the same one (U14).
    if (answer.ok || answer.code !== 'offline') commandId.current = newCommandId()
    setBusy(false)
    setIssued(answer.ok ? answer.value : null)
    setRefused(answer.ok ? null : answer)
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
            {words(isBusy ? 'greet.giving' : 'greet.matter')}
          </p>
          <div className="greet-topics">
            {topics.map(({ topic, unitName }) => (
              <button
                key={topic}
                type="button"
                className="touch greet-topic"
                data-topic={topic}
                aria-disabled={isBusy}
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
