import { type ReactNode, useCallback, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { rejoinQueue } from '../../state/kiosk-acts.ts'
import { tell } from '../../state/kiosk-store.ts'
import { scannedLink } from '../../state/look-up.ts'
import { useScanner } from '../../state/use-scanner.ts'
import { useWaiting } from '../../state/waiting.ts'
import { useRefusal, useText } from '../../text/text.ts'
import { BackHome } from './back-home.tsx'
import { KioskFrame } from './kiosk-frame.tsx'
import { MissedNumbers } from './missed-numbers.tsx'

type Missed = { readonly number: string } | { readonly token: string }
type Step =
  | { readonly is: 'choosing' }
  | { readonly is: 'chosen' | 'restoring'; readonly missed: Missed }
  | { readonly is: 'done'; readonly words: string }
  | { readonly is: 'refused'; readonly words: string; readonly previous: string | null }

/** K-5: a missed number comes back into the queue, three places behind (Q28). */
export function RestoreScreen(): ReactNode {
  const say = useText()
  const isOffline = useWaiting(({ net }) => net === 'offline')
  const { step, setStep, restore } = useRestoring()
  const numbers = useWaiting(({ figures }) => figures?.missed) ?? []
  useScanner(
    useCallback(
      (text: string) => {
        const link = scannedLink(text)
        if (link?.what === 'ticket') setStep({ is: 'chosen', missed: { token: link.token } })
      },
      [setStep],
    ),
  )
  const back = <BackHome />
  return (
    <KioskFrame screen="K-5" state={isOffline ? 'offline' : step.is} bar={back}>
      <h1>{say('k5.title')}</h1>
      {isOffline && (
        <p className="warning" role="alert">
          {say('k5.offline')}
        </p>
      )}
      {step.is === 'refused' && <Refused words={step.words} previous={step.previous} />}
      {step.is === 'done' && (
        <p className="paper" role="status">
          {step.words}
        </p>
      )}
      {(step.is === 'chosen' || step.is === 'restoring') && (
        <RestoreQuestion
          missed={step.missed}
          isBusy={step.is === 'restoring'}
          onRestore={() => void restore(step.missed)}
          onOther={() => setStep({ is: 'choosing' })}
        />
      )}
      {!isOffline && (step.is === 'choosing' || step.is === 'refused') && (
        <MissedNumbers
          numbers={numbers}
          onChoose={(number) => setStep({ is: 'chosen', missed: { number } })}
        />
      )}
    </KioskFrame>
  )
}

function useRestoring() {
  const say = useText()
  const refusal = useRefusal()
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  const restore = async (missed: Missed) => {
    setStep({ is: 'restoring', missed })
    const answer = await rejoinQueue(missed)
    if (answer.ok)
      return setStep({
        is: 'done',
        words: say('k5.done', { n: answer.value.number, m: answer.value.behind }),
      })
    const isUsedUp = answer.code === 'ticket.rejoin_limit' && 'number' in missed
    const words = refusal(answer.code, answer.params)
    setStep({ is: 'refused', words, previous: isUsedUp ? missed.number : null })
  }
  return { step, setStep, restore }
}

// Whose number may not come back once more takes a new one, which refers to the old (Q28).
function Refused({
  words,
  previous,
}: {
  readonly words: string
  readonly previous: string | null
}): ReactNode {
  const say = useText()
  return (
    <>
      <p className="warning" role="alert">
        {words}
      </p>
      {previous !== null && (
        <Press
          look="main"
          testId="k5.new"
          onPress={() => tell({ type: 'opened', place: { at: 'home', previous } })}
        >
          {say('k5.new')}
        </Press>
      )}
    </>
  )
}

interface RestoreQuestionProps {
  readonly missed: Missed
  readonly isBusy: boolean
  readonly onRestore: () => void
  readonly onOther: () => void
}

function RestoreQuestion({ missed, isBusy, onRestore, onOther }: RestoreQuestionProps): ReactNode {
  const say = useText()
  return (
    <section className="takes">
      <p className="ahead" role="status">
        {'number' in missed ? say('k5.ask', { n: missed.number }) : say('k5.askScanned')}
      </p>
      <Press look="main" testId="k5.restore" isBusy={isBusy} onPress={onRestore}>
        {say(isBusy ? 'k5.restoring' : 'k5.restore')}
      </Press>
      <Press look="second" onPress={onOther}>
        {say('k5.other')}
      </Press>
    </section>
  )
}
