import type { HallFigures } from '@counter/shared/contract/hall'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** The last six calls of the day, so that whoever looked away finds the own number again (Q57). */
export function WallLastCalls({ calls }: { readonly calls: HallFigures['lastCalls'] }): ReactNode {
  const say = useText()
  if (calls.length === 0) return null
  return (
    <section className="wall-last" data-testid="wall.last" aria-label={say('wall.last')}>
      <h2>{say('wall.last')}</h2>
      <ul>
        {calls.map(({ number, window }) => (
          <li key={number}>{say('wall.lastCall', { number, n: window })}</li>
        ))}
      </ul>
    </section>
  )
}
