import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import type { WallRow } from './wall-rows.ts'

/** One window: the number it calls, and where to go. Steady colours, no motion (U24). */
export function WallRowLine({ row }: { readonly row: WallRow }): ReactNode {
  const say = useText()
  return (
    <li className="wall-row" data-testid="wall.row" data-state={row.state} data-fresh={row.isFresh}>
      {row.number === null ? (
        <span className="wall-row-words">{say(row.state === 'paused' ? 'wall.paused' : 'wall.idle')}</span>
      ) : (
        <NumberOf number={row.number} />
      )}
      {row.number !== null && (
        <span className="wall-arrow" aria-hidden="true">
          →
        </span>
      )}
      <span className="wall-window">{say('wall.window', { n: row.window })}</span>
      <span className="wall-marks">
        {row.isFresh && <span>{say('wall.justCalled')}</span>}
        {row.state === 'called' && row.callNo > 1 && <span>{say('wall.callNo', { n: row.callNo })}</span>}
        {row.state === 'serving' && !row.isFresh && <span>{say('wall.serving')}</span>}
      </span>
    </li>
  )
}

// The digits are what is read from the back row; a long prefix may be smaller, they may not.
function NumberOf({ number }: { readonly number: string }): ReactNode {
  const [prefix, digits] = number.split(' ')
  return (
    <span className="wall-number">
      <span className="wall-prefix">{`${prefix} `}</span>
      {digits}
    </span>
  )
}
