import { newCommandId } from '@counter/shared/client/commands'
import type { Said, SayBody } from '@counter/shared/contract/public/letter'
import { inLanguage } from '@counter/shared/text/sentence'
import { PUBLIC_TOPICS } from '@counter/shared/vocabulary/letter'
import { LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { readPlaces, sendLetter } from '../../state/letters.ts'
import { useRead } from '../../state/use-read.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'

type Typed = Omit<SayBody, 'commandId'>

const EMPTY: Typed = { topic: 'suggest', isAboutStaff: false, text: '', name: '', phone: '' }

/** What somebody wants to say; a complaint about staff is pointed to the phone and the paper box, and nothing is sent (C1401). */
export function SayForm({ onSaid }: { readonly onSaid: (said: Said) => void }): ReactNode {
  const say = useText()
  const language = useLanguage()
  const { value: places } = useRead(readPlaces)
  const [typed, setTyped] = useState(EMPTY)
  const [isEmpty, setEmpty] = useState(false)
  const { send, isBusy, isChecking, problem } = useSending(onSaid)
  const change = (part: Partial<Typed>) => setTyped((known) => ({ ...known, ...part }))
  const press = (event: FormEvent) => {
    event.preventDefault()
    const hasWords = typed.text.trim() !== ''
    setEmpty(!hasWords)
    if (hasWords) void send(typed)
  }
  return (
    <form className="say-form" onSubmit={press}>
      <p>{say('p5.lead')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={typed.isAboutStaff}
          onChange={({ target }) => change({ isAboutStaff: target.checked })}
        />
        {say('p5.aboutStaff')}
      </label>
      {typed.isAboutStaff ? (
        <p role="alert" className="warning" data-testid="say.staff">
          {say('p5.aboutStaffWhere', { n: places?.supervisionPhone ?? '' })}
        </p>
      ) : (
        <>
          <label>
            {say('p5.topic')}
            <select
              value={typed.topic}
              onChange={({ target }) =>
                change({ topic: PUBLIC_TOPICS.find((each) => each === target.value) ?? 'suggest' })
              }
            >
              {PUBLIC_TOPICS.map((topic) => (
                <option key={topic} value={topic}>
                  {inLanguage(LETTER_TOPIC_WORDS[topic], language)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('p5.text')}
            <textarea
              rows={6}
              maxLength={500}
              value={typed.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          </label>
          <label>
            {say('p5.name')}
            <input
              maxLength={30}
              autoComplete="name"
              value={typed.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          </label>
          <label>
            {say('p5.phone')}
            <input
              type="tel"
              maxLength={20}
              autoComplete="tel"
              value={typed.phone}
              onChange={({ target }) => change({ phone: target.value })}
            />
          </label>
          {isEmpty && typed.text.trim() === '' && (
            <p role="alert" className="warning">
              {say('p5.empty')}
            </p>
          )}
          {problem !== null && (
            <p role="alert" className="warning">
              {problem}
            </p>
          )}
          <button type="submit" className="main" aria-disabled={isBusy}>
            {isBusy ? say(isChecking ? 'p5.checking' : 'p5.sending') : say('p5.send')}
          </button>
        </>
      )}
    </form>
  )
}

// One id for one letter, kept through silence, so that a second press is the same letter (R6).
function useSending(onSaid: (said: Said) => void) {
  const say = useText()
  const refusal = useRefusal()
  const commandId = useRef(newCommandId())
  const [isBusy, setBusy] = useState(false)
  const [isChecking, setChecking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (typed: Typed): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const body = {
      ...typed,
      commandId: commandId.current,
      name: typed.name.trim(),
      phone: typed.phone.trim(),
    }
    const answer = await sendLetter(body, () => setChecking(true))
    setBusy(false)
    setChecking(false)
    if (answer.ok) return onSaid(answer.value)
    commandId.current = newCommandId()
    setProblem(answer.code === 'offline' ? say('p5.failed') : refusal(answer.code, answer.params))
  }
  return { isBusy, isChecking, problem, send }
}
