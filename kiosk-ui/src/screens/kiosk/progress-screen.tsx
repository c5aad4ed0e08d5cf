import type { TrackState } from '@counter/shared/contract/public/track'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { callHelp } from '../../state/kiosk-acts.ts'
import { useLock } from '../../state/lock.ts'
import { lookUp, type ScannedLink, scannedLink } from '../../state/look-up.ts'
import { useScanner } from '../../state/use-scanner.ts'
import { useWaiting } from '../../state/waiting.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { BackHome } from './back-home.tsx'
import { CodeKeys } from './code-keys.tsx'
import { FoundCard } from './found-card.tsx'
import { KioskFrame } from './kiosk-frame.tsx'
import { MissingPaper } from './missing-paper.tsx'
import { ReturnVisit } from './return-visit.tsx'

type Step =
  | { is: 'typing' | 'looking' }
  | { is: 'found'; found: TrackState; by: ScannedLink | { code: string } }
  | { is: 'refused'; code: string }

/** K-4: how a number or a case stands, by its QR code or its 8 signs. */
export function ProgressScreen(): ReactNode {
  const say = useText()
  // A kiosk that staff have locked gives no number on any page (K-10).
  const isLocked = useLock((lock) => lock.isLocked)
  const isOffline = useWaiting(({ net }) => net === 'offline')
  const [step, setStep] = useState<Step>({ is: 'typing' })
  const wanted = useRef(0)
  const ask = useCallback(async (by: ScannedLink | { code: string }) => {
    wanted.current += 1
    const mine = wanted.current
    setStep({ is: 'looking' })
    const answer = await lookUp(by)
    if (mine !== wanted.current) return
    setStep(answer.ok ? { is: 'found', found: answer.value, by } : { is: 'refused', code: answer.code })
    if (!answer.ok && answer.code === 'code.too_many_tries') void callHelp()
  }, [])
  useScanner(
    useCallback(
      (text: string) => {
        const link = scannedLink(text)
        if (link !== null) void ask(link)
      },
      [ask],
    ),
  )
  const back = <BackHome />
  return (
    <KioskFrame screen="K-4" state={isOffline ? 'offline' : step.is} bar={back}>
      <h1>{say('k4.title')}</h1>
      {step.is === 'found' ? (
        <>
          <FoundCard found={step.found} />
          {step.found.what === 'case' && !isLocked && <ReturnVisit by={secretOf(step.by)} />}
          {step.found.what === 'ticket' && step.found.lacksPaper === true && (
            <MissingPaper by={secretOf(step.by)} />
          )}
        </>
      ) : isOffline ? (
        <p className="warning" role="alert">
          {say('k4.offline')}
        </p>
      ) : (
        <AskForCode step={step} onCode={(code) => void ask({ code })} />
      )}
    </KioskFrame>
  )
}

interface AskForCodeProps {
  readonly step: Step
  readonly onCode: (code: string) => void
}

function AskForCode({ step, onCode }: AskForCodeProps): ReactNode {
  const say = useText()
  return (
    <>
      <p>{say('k4.scan')}</p>
      <p>{say('k4.type')}</p>
      <LookUpAnswer step={step} />
      <CodeKeys isBusy={step.is === 'looking'} code={say('k4.code')} go={say('k4.look')} onCode={onCode} />
    </>
  )
}

// A scanned link also says whose page it is, which the number does not ask for.
function secretOf(by: ScannedLink | { code: string }): { token: string } | { code: string } {
  return 'token' in by ? { token: by.token } : by
}

function LookUpAnswer({ step }: { readonly step: Step }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  if (step.is === 'looking') return <p role="status">{say('k4.looking')}</p>
  if (step.is !== 'refused') return null
  const own = { offline: 'k4.offline', 'code.too_many_tries': 'k4.tooMany' } as const
  const words =
    step.code === 'offline' || step.code === 'code.too_many_tries'
      ? say(own[step.code])
      : refusal(step.code, {})
  return (
    <p className="warning" role="alert">
      {words}
    </p>
  )
}
