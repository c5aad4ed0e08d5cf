import { newCommandId } from '@counter/shared/client/commands'
import { type ReactNode, useRef, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { takeReturnVisit } from '../../state/kiosk-acts.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { useIsHere } from './use-is-here.ts'

interface ReturnVisitProps {
  readonly by: { readonly token: string } | { readonly code: string }
}

/** A number for handing in papers or fetching the result of this very case; the window opens it by itself (Q10). */
export function ReturnVisit({ by }: ReturnVisitProps): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const isHere = useIsHere()
  const commandId = useRef(newCommandId())
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async () => {
    setBusy(true)
    setProblem(null)
    const answer = await takeReturnVisit(commandId.current, by, isHere)
    setBusy(false)
    if (answer.ok) return
    setProblem(refusal(answer.code, answer.params))
    // A refused command is spent; silence never comes this far, for a command goes on asking (U14).
    commandId.current = newCommandId()
  }
  return (
    <>
      <Press look="main" testId="k4.return" isBusy={isBusy} onPress={() => void take()}>
        {say(isBusy ? 'k4.returning' : 'k4.return')}
      </Press>
      {problem !== null && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
