import type { HallFigures } from '@counter/shared/contract/hall'
import { type ReactNode, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { useText } from '../../text/text.ts'

const PER_PAGE = 6

interface MissedNumbersProps {
  readonly numbers: HallFigures['missed']
  readonly onChoose: (number: string) => void
}

/** Today's missed numbers, six on a page (K-5). */
export function MissedNumbers({ numbers, onChoose }: MissedNumbersProps): ReactNode {
  const say = useText()
  const [page, setPage] = useState(0)
  const pages = Math.ceil(numbers.length / PER_PAGE)
  const shown = Math.min(page, Math.max(0, pages - 1))
  if (numbers.length === 0) return <p role="status">{say('k5.none')}</p>
  return (
    <>
      <p>{say('k5.choose')}</p>
      <ul className="tiles tiles-fixed">
        {numbers.slice(shown * PER_PAGE, (shown + 1) * PER_PAGE).map(({ number }) => (
          <li key={number}>
            <Press look="tile" onPress={() => onChoose(number)}>
              <strong>{number}</strong>
            </Press>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <div className="row">
          <Press isOff={shown === 0} onPress={() => setPage(shown - 1)}>
            {say('act.fewer')}
          </Press>
          <Press isOff={shown === pages - 1} onPress={() => setPage(shown + 1)}>
            {say('act.more')}
          </Press>
        </div>
      )}
    </>
  )
}
