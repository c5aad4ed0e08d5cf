import { type ReactNode, useEffect, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { callHelp } from '../../state/kiosk-acts.ts'
import { useText } from '../../text/text.ts'

const ANSWER_MS = 10_000

// The voice comes after the first page (K54); without it the words on the screen stand alone.
async function sayCalled(): Promise<void> {
  const { sayAtKiosk } = await import('../../voice/kiosk-voice.ts')
  const { HELP_WORDS } = await import('../../voice/kiosk-sentences.ts')
  await sayAtKiosk(HELP_WORDS)
}

/** 「叫人帮忙」, at the same place on every page (U18). */
export function HelpButton(): ReactNode {
  const say = useText()
  const [step, setStep] = useState<'call' | 'calling' | 'called' | 'failed'>('call')
  const call = async () => {
    setStep('calling')
    const isCalled = await callHelp()
    setStep(isCalled ? 'called' : 'failed')
    if (isCalled) await sayCalled().catch(() => undefined)
  }
  useEffect(() => {
    if (step !== 'called' && step !== 'failed') return
    const timer = setTimeout(() => setStep('call'), ANSWER_MS)
    return () => clearTimeout(timer)
  }, [step])
  return (
    <>
      <Press look="second" testId="help" isBusy={step === 'calling'} onPress={() => void call()}>
        {say('help.call')}
      </Press>
      {step !== 'call' && (
        <p className="help-answer" role="status">
          {say(`help.${step}`)}
        </p>
      )}
    </>
  )
}
