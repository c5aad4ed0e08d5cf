import type { ReactNode } from 'react'
import { useShownAfter } from '../../state/use-shown-after.ts'
import { useRefusal, useText } from '../../text/text.ts'

interface ReadProblemProps {
  readonly problem: string | null
  readonly onRetry: () => void
}

/** In the place of what is not there yet: waiting, or why it does not come, with another try. */
export function ReadProblem({ problem, onRetry }: ReadProblemProps): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const isWaiting = useShownAfter()
  if (problem === null) return isWaiting ? <p role="status">{say('p6.loading')}</p> : null
  return (
    <>
      <p role="alert" className="warning">
        {problem === 'offline' || problem === 'fault' ? say('p6.failed') : refusal(problem, {})}
      </p>
      <button type="button" className="main" onClick={onRetry}>
        {say('phone.retry')}
      </button>
    </>
  )
}
