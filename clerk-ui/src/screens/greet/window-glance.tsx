import type { GreetState } from '@counter/shared/contract/greet'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useHall } from '../../state/hall.ts'
import { useWords, type Words } from '../../text/words.ts'

type Window = GreetState['windows'][number]

/** Which window does what, and what it does now. */
export function WindowGlance({ state }: { readonly state: GreetState }) {
  const words = useWords()
  const topics = useHall((known) => known.hall?.topics) ?? []
  const nameOf = (key: string) => topics.find(({ topic }) => topic === key)?.unitName ?? key
  return (
    <section className="card stack" aria-label={words('greet.windows')}>
      <h2>
        {words('greet.windows')} · {words('greet.waiting', { n: state.waiting })}
      </h2>
      <ul className="greet-windows">
        {state.windows.map((window) => (
          <li key={window.window} data-window={window.window} data-state={window.state}>
            <strong>{window.name}</strong>
            <span>{nowWords(window, words)}</span>
            <span className="quiet">{window.topics.map(nameOf).join('、')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nowWords({ state, current, isServing, reason, until }: Window, words: Words): string {
  if (state === 'closed') return `○ ${words('windowState.closed')}`
  if (state === 'paused') {
    const parts = [
      words('windowState.paused'),
      reason,
      until && words('greet.until', { time: civilTime(until) }),
    ]
    return `‖ ${parts.filter((part) => part !== null && part !== '').join(' · ')}`
  }
  if (current === null) return `● ${words('greet.windowFree')}`
  return `● ${words(isServing ? 'greet.windowServing' : 'greet.windowCalled', { number: current })}`
}
