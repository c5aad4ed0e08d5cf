import type { ReactNode } from 'react'
import { useIdle } from '../../state/use-idle.ts'
import { useText } from '../../text/text.ts'

/** How long the ticket stays, as a bar and in words (K-3). */
export function LeavingBar(): ReactNode {
  const say = useText()
  const idle = useIdle()
  if (idle.is !== 'leaving') return null
  return (
    <div className="leaving">
      <progress value={idle.share} max={1} aria-hidden="true" />
      <p role="timer">{say('k3.homeIn', { n: idle.secondsLeft })}</p>
    </div>
  )
}
