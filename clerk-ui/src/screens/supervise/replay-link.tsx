import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'

const MINUTE_MS = 60_000

/** Opens a day again on a wall page of its own, with the supervisor's session (Q59). */
export function ReplayLink() {
  const words = useWords()
  const today = civilDate(useServerNow(MINUTE_MS))
  const [day, setDay] = useState<string>(today)
  return (
    <p className="card line" data-testid="l1.replay">
      <label>
        {words('l1.replayDay')}{' '}
        <input type="date" value={day} max={today} onChange={(event) => setDay(event.target.value)} />
      </label>
      <a href={`/wall/replay#${day}`} target="_blank" rel="noreferrer">
        {words('l1.replay')}
      </a>
    </p>
  )
}
