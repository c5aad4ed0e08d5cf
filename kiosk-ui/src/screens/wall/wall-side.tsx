import type { HallFigures } from '@counter/shared/contract/hall'
import { type ReactNode, useId } from 'react'
import { useText } from '../../text/text.ts'
import { waitWords } from '../../text/wait-words.ts'

const MISSED_SHOWN = 6
type HallNumber = HallFigures['next'][number]

/** The right column: who waits and how long, who is next, and who was missed (Q57). */
export function WallSide({ figures }: { readonly figures: HallFigures }): ReactNode {
  const say = useText()
  const wait = waitWords(figures, say)
  const hidden = figures.missed.length - MISSED_SHOWN
  return (
    <aside className="wall-side">
      <p className="wall-waiting">{say('wall.waiting', { n: figures.waiting })}</p>
      {wait !== null && figures.waiting > 0 && <p>{wait}</p>}
      <Numbers title={say('wall.next')} numbers={figures.next} />
      {figures.missed.length > 0 && (
        <div data-testid="wall.missed">
          <Numbers title={say('wall.missed')} numbers={figures.missed.slice(0, MISSED_SHOWN)} />
          {hidden > 0 && <p className="wall-small">{say('wall.missedMore', { n: hidden })}</p>}
          <p className="wall-small">{say('wall.missedHow')}</p>
        </div>
      )}
    </aside>
  )
}

function Numbers({ title, numbers }: { title: string; numbers: readonly HallNumber[] }): ReactNode {
  const heading = useId()
  if (numbers.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className="wall-numbers">
        {numbers.map(({ number }) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
    </section>
  )
}
