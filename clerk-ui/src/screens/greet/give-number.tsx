import type { GreetState } from '@counter/shared/contract/greet'
import { IssuedTicket } from '@counter/shared/contract/hall'
import { useState } from 'react'
import { useProgress } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useHall } from '../../state/hall.ts'
import { isDeaf, useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { IssueWhy } from '../desk/issue-why.tsx'
import { GivenNumber } from './given-number.tsx'

/** The number that somebody has used up: the new one refers to it (Q28). */
export type Previous = Pick<GreetState['missed'][number], 'ticketId' | 'number'>

interface GiveNumberProps {
  readonly byTopic: GreetState['byTopic']
  readonly previous: Previous | null
  readonly onForget: () => void
}

/** A number for somebody: class and mark first, then one touch on the matter (Q4, U18). */
export function GiveNumber({ byTopic, previous, onForget }: GiveNumberProps) {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const { send, phase, refused } = useCommand()
  const progress = useProgress(phase, 'greet.giving')
  const [isPriority, setPriority] = useState(false)
  const [isSpoken, setSpoken] = useState(false)
  const [reason, setReason] = useState('')
  const [issued, setIssued] = useState<IssuedTicket | null>(null)

  const give = async (topic: string) => {
    const cls = isPriority ? 'priority' : 'ordinary'
    const after = previous === null ? {} : { previousTicketId: previous.ticketId }
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const body = { topic, cls, needsSpokenCall: isSpoken, at: 'guide', ...after, ...why }
    const answer = await send('/api/tickets', body, IssuedTicket)
    if (!answer?.ok) return
    setIssued(answer.value)
    setReason('')
    onForget()
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
          {previous !== null && (
            <p className="line">
              <strong>{words('greet.after', { number: previous.number })}</strong>
              <button type="button" className="touch" onClick={onForget}>
                {words('greet.forget')}
              </button>
            </p>
          )}
          <IssueWhy refused={refused} label="desk.issueWhy" reason={reason} onReason={setReason} />
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
