import { newCommandId } from '@counter/shared/client/commands'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { takeVisitNumber } from '../../state/kiosk-acts.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { BackHome } from './back-home.tsx'
import { KioskFrame } from './kiosk-frame.tsx'
import { useHindrance } from './use-hindrance.ts'
import { useIsHere } from './use-is-here.ts'

interface Refused {
  readonly code: string
  readonly params: RefusalParams
}

/** K-12 集中交件: an agent's code was scanned; the answer is the one number of the whole list, or why there is none (V91). */
export function VisitScreen({ id }: { readonly id: string }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const hindrance = useHindrance()
  const refused = useVisitNumber(id, hindrance === null)
  const state = hindrance ?? (refused === null ? 'asking' : 'refused')
  return (
    <KioskFrame screen="K-12" state={state} bar={<BackHome />}>
      <h1>{say('k12.title')}</h1>
      {hindrance !== null && (
        <p className="warning" role="alert">
          {say(hindrance === 'locked' ? 'k1.paused' : 'k12.offline')}
        </p>
      )}
      {hindrance === null && refused === null && <p role="status">{say('k4.returning')}</p>}
      {hindrance === null && refused !== null && (
        <>
          <p className="warning" role="alert">
            {refusal(refused.code, refused.params)}
          </p>
          <p className="ahead">{say(nextStep(refused.code))}</p>
        </>
      )}
    </KioskFrame>
  )
}

// What to do now, for whoever stands there with a stack of papers.
function nextStep(code: string) {
  if (code === 'ticket.batch_too_large') return 'k12.split'
  return code === 'visit.has_ticket' ? 'k12.wait' : 'k12.desk'
}

/** Asks once for each scan; the number itself is shown where a number shows. */
function useVisitNumber(id: string, mayAsk: boolean): Refused | null {
  const isHere = useIsHere()
  const asked = useRef<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => {
    if (!mayAsk || asked.current === id) return
    asked.current = id
    void takeVisitNumber(newCommandId(), id, isHere).then((answer) => {
      if (!answer.ok) setRefused({ code: answer.code, params: answer.params })
    })
  }, [id, mayAsk, isHere])
  return refused
}
