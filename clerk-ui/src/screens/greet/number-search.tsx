import { type GreetNumber, GreetNumbers, type GreetState } from '@counter/shared/contract/greet'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useWords, type Words } from '../../text/words.ts'
import { RestoreButton } from './restore-button.tsx'

/** Somebody asks about a number: where it is, how many are before it, and why; it stays current while it is shown. */
export function NumberSearch({ state }: { readonly state: GreetState }) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const path = asked === null ? null : `/api/greet/numbers?number=${encodeURIComponent(asked)}`
  // Whatever moves in the hall may move this number.
  const { value, refused } = useReading(path, GreetNumbers, state)
  const found = value?.items ?? null
  return (
    <section className="card stack" aria-label={words('greet.find')}>
      <form
        className="greet-find"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim() === '' ? null : typed.trim())
        }}
      >
        <label className="field">
          {words('greet.find')}
          <input
            type="search"
            maxLength={12}
            value={typed}
            placeholder={words('greet.findHint')}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit" className="touch touch-main">
          {words('greet.findGo')}
        </button>
      </form>
      <RefusalLine refused={refused} />
      {asked !== null && found?.length === 0 && <p role="status">{words('greet.notFound')}</p>}
      {asked !== null && found !== null && found.length > 0 && (
        <ul className="rows" aria-live="polite">
          {found.map((number) => (
            <li key={number.ticketId} className="greet-found" data-status={number.status}>
              <strong className="big">{number.number}</strong>
              <span className="big">{placeWords(number, words)}</span>
              {number.isEnteredLater && <span className="tag">{words('desk.enteredLater')}</span>}
              {whyWords(number, words).map((why) => (
                <span key={why} className="quiet">
                  {why}
                </span>
              ))}
              {number.status === 'missed' && (
                <RestoreButton ticketId={number.ticketId} number={number.number} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function placeWords({ status, ahead, window }: GreetNumber, words: Words): string {
  if (status === 'waiting' && ahead === 0) return words('greet.is.waitingFirst')
  return words(`greet.is.${status}`, { n: ahead ?? 0, window: window ?? '' })
}

// One sentence each, without anything of the others but how many they are (Q19).
function whyWords({ status, laterAhead, directedWindow, windows }: GreetNumber, words: Words): string[] {
  if (status !== 'waiting') return []
  const where =
    directedWindow !== null
      ? words('greet.directed', { window: directedWindow })
      : windows.length === 0
        ? words('greet.noWindow')
        : words('greet.at', { windows: windows.join('、') })
  return [where, ...((laterAhead ?? 0) > 0 ? [words('greet.later', { n: laterAhead ?? 0 })] : [])]
}
