import type { GreetState } from '@counter/shared/contract/greet'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useWords } from '../../text/words.ts'
import type { Previous } from './give-number.tsx'
import { RestoreButton } from './restore-button.tsx'

interface MissedNumbersProps {
  readonly missed: GreetState['missed']
  readonly onNew: (previous: Previous) => void
}

/** Today's missed numbers, the last one first; each can be restored here as often as the house allows, then followed by a new one (Q28). */
export function MissedNumbers({ missed, onNew }: MissedNumbersProps) {
  const words = useWords()
  return (
    <section className="card stack" aria-label={words('greet.missed', { n: missed.length })}>
      <h2>{words('greet.missed', { n: missed.length })}</h2>
      {missed.length === 0 && <p className="quiet">{words('greet.noMissed')}</p>}
      <ul className="rows greet-missed">
        {[...missed].reverse().map(({ ticketId, number, missedAt, mayRejoin }) => (
          <li key={ticketId} className="row">
            <strong className="big">{number}</strong>
            <span className="quiet">{civilTime(missedAt)}</span>
            <span className="grow" />
            {mayRejoin ? (
              <RestoreButton ticketId={ticketId} number={number} />
            ) : (
              <button
                type="button"
                className="touch"
                aria-label={words('greet.newAfter', { number })}
                onClick={() => onNew({ ticketId, number })}
              >
                {words('greet.new')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
