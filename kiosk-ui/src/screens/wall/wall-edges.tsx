import { dateWords, timeWords } from '@counter/shared/vocabulary/date-words'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useCentre } from '../../state/centre.ts'
import { useHall } from '../../state/hall.ts'
import { useText } from '../../text/text.ts'

/** The centre, the time, and whether the hall can be heard. */
export function WallHeader({
  now,
  hasSound,
}: {
  readonly now: Instant
  readonly hasSound: boolean
}): ReactNode {
  const say = useText()
  const name = useCentre(({ hall }) => hall?.centre.hall ?? '')
  return (
    <header className="wall-header">
      <h1>{name}</h1>
      <p>
        {dateWords(civilDate(now), 'zh')} {timeWords(civilTime(now))}
      </p>
      <p data-testid="wall.sound" data-state={hasSound ? 'on' : 'off'} role="status">
        {say(hasSound ? 'wall.sound' : 'wall.noSound')}
      </p>
    </header>
  )
}

/** What to do first, and the phones: they are true without a network too. */
export function WallFooter(): ReactNode {
  const say = useText()
  const centre = useCentre(({ hall }) => hall?.centre ?? null)
  const isClosed = useHall(({ hall }) => hall?.figures.intake === 'closed')
  return (
    <footer className="wall-footer">
      <p>{say(isClosed ? 'wall.closed' : 'wall.take')}</p>
      {centre !== null && (
        <p>
          {say('wall.consult', { phone: centre.consultPhone })} ·{' '}
          {say('wall.supervision', { phone: centre.supervisionPhone })} · {say('wall.hotline')}
        </p>
      )}
    </footer>
  )
}
