import { newCommandId } from '@counter/shared/client/commands'
import { type ReactNode, useRef, useState } from 'react'
import { takeReturnVisit } from '../../state/kiosk-acts.ts'
import { useRefusal, useText } from '../../text/text.ts'

interface ReturnVisitProps {
  readonly by: { readonly token: string } | { readonly code: string }
}

/** A number for handing in papers or fetching the result of this very case; the window opens it by itself (Q10). */
export function ReturnVisit({ by }: ReturnVisitProps): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const commandId = useRef(newCommandId())
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async () => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await takeReturnVisit(commandId.current, by)
    setBusy(false)
    if (answer.ok) return
    setProblem(answer.code === 'offline' ? say('k4.offline') : refusal(answer.code, answer.params))
    // A refused command is spent; after silence the same one is asked again (U14).
    if (answer.code !== 'offline') commandId.current = newCommandId()
  }
  return (
    <>
      <button
        type="button"
        className="big main"
        data-testid="k4.return"
        aria-disabled={isBusy}
        onClick={() => void take()}
      >
        {say(isBusy ? 'k4.returning' : 'k4.return')}
      </button>
      {problem !== null && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
