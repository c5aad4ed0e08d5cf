import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Slip } from '@counter/shared/contract/paper'
import { type ReactNode, useRef, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { asDevice } from '../../device.ts'
import { printSlip } from '../../state/printer.ts'
import { useRefusal, useText } from '../../text/text.ts'

interface MissingPaperProps {
  readonly by: { readonly token: string } | { readonly code: string }
}

type Step =
  | { readonly is: 'ready' | 'printing' | 'printed' }
  | { readonly is: 'failed'; readonly words: string }

/** A number whose paper never came out gets it here, by the code that its holder has noted (Q45). */
export function MissingPaper({ by }: MissingPaperProps): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const commandId = useRef(newCommandId())
  const [step, setStep] = useState<Step>({ is: 'ready' })
  const print = async () => {
    setStep({ is: 'printing' })
    const body = { commandId: commandId.current, ...by }
    const answer = await asDevice('kiosk', () =>
      sendCommand('/api/track/ticket/paper', body, Slip, { door: 'kiosk' }),
    )
    // Answered, whichever way: pressing again asks for another paper.
    commandId.current = newCommandId()
    if (!answer.ok) return setStep({ is: 'failed', words: refusal(answer.code, answer.params) })
    const paper = await printSlip('reprint', answer.value)
    setStep(paper === 'printed' ? { is: 'printed' } : { is: 'failed', words: say('k3.noPaper') })
  }
  if (step.is === 'printed')
    return (
      <p className="paper" role="status">
        {say('k3.take')} ↓
      </p>
    )
  return (
    <>
      <Press look="main" testId="k4.paper" isBusy={step.is === 'printing'} onPress={() => void print()}>
        {say(step.is === 'printing' ? 'k4.printing' : 'k4.paper')}
      </Press>
      {step.is === 'failed' && (
        <p className="warning" role="alert">
          {step.words}
        </p>
      )}
    </>
  )
}
