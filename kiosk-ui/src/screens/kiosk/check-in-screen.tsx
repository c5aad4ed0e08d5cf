import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { type BookingSecret, bookingLink, checkIn } from '../../state/check-in.ts'
import { callHelp } from '../../state/kiosk-acts.ts'
import { tell } from '../../state/kiosk-store.ts'
import { useScanner } from '../../state/use-scanner.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { BackHome } from './back-home.tsx'
import { CodeKeys } from './code-keys.tsx'
import { KioskFrame } from './kiosk-frame.tsx'
import { useHindrance } from './use-hindrance.ts'
import { useIsHere } from './use-is-here.ts'

type Step =
  | { readonly is: 'typing' | 'checking' }
  | { readonly is: 'refused'; readonly code: string; readonly params: RefusalParams }

/** K-11: who has booked says so, by the QR code or the 8 signs; the answer is a ticket (Q36). */
export function CheckInScreen({ token }: { readonly token: string | null }): ReactNode {
  const say = useText()
  const hindrance = useHindrance()
  const { step, ask } = useCheckIn(hindrance === null)
  useEffect(() => {
    if (token !== null) ask({ token })
  }, [token, ask])
  useScanner(
    useCallback(
      (text: string) => {
        const scanned = bookingLink(text)
        if (scanned !== null) ask({ token: scanned })
      },
      [ask],
    ),
  )
  const back = <BackHome />
  return (
    <KioskFrame screen="K-11" state={hindrance ?? step.is} bar={back}>
      <h1>{say('k10.title')}</h1>
      {hindrance !== null ? (
        <p className="warning" role="alert">
          {say(hindrance === 'locked' ? 'k1.paused' : 'k10.offline')}
        </p>
      ) : (
        <>
          <p>{say('k10.scan')}</p>
          <p>{say('k10.type')}</p>
          <CheckInAnswer step={step} />
          <CodeKeys
            isBusy={step.is === 'checking'}
            code={say('k10.code')}
            go={say('k10.go')}
            onCode={(code) => ask({ code })}
          />
        </>
      )}
    </KioskFrame>
  )
}

function useCheckIn(mayAsk: boolean) {
  const [step, setStep] = useState<Step>({ is: 'typing' })
  const isBusy = useRef(false)
  const isHere = useIsHere()
  const ask = useCallback(
    (secret: BookingSecret) => {
      if (isBusy.current || !mayAsk) return
      isBusy.current = true
      setStep({ is: 'checking' })
      void checkIn(secret, isHere).then((refused) => {
        isBusy.current = false
        if (refused === null || !isHere()) return
        setStep({ is: 'refused', ...refused })
        if (refused.code === 'code.too_many_tries') void callHelp()
      })
    },
    [isHere, mayAsk],
  )
  return { step, ask }
}

// Whoever cannot check in is not sent away: an ordinary number is one touch from here (Q39).
function CheckInAnswer({ step }: { readonly step: Step }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  if (step.is === 'checking') return <p role="status">{say('k10.checking')}</p>
  if (step.is !== 'refused') return null
  const { code, params } = step
  return (
    <div className="answer">
      <p className="warning" role="alert">
        {code === 'code.too_many_tries' ? say('k4.tooMany') : refusal(code, params)}
      </p>
      <Press look="second" onPress={() => tell({ type: 'opened', place: { at: 'home' } })}>
        {say('k10.ordinary')}
      </Press>
    </div>
  )
}
