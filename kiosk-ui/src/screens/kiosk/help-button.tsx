import { type ReactNode, useEffect, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { callHelp } from '../../state/kiosk-acts.ts'
import { useText } from '../../text/text.ts'
import { HELP_WORDS } from '../../voice/kiosk-sentences.ts'
import { sayAtKiosk } from '../../voice/kiosk-voice.ts'

const ANSWER_MS = 10_000

/** 「叫人帮忙」, at the same place on every page (U18). */
export function HelpButton(): ReactNode {
  const say = useText()
  const [step, setStep] = useState<'call' | 'calling' | 'called' | 'failed'>('call')
  const call = async () => {
    setStep('calling')
    const isCalled = await callHelp()
    setStep(isCalled ? 'called' : 'failed')
    if (isCalled) void sayAtKiosk(HELP_WORDS)
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
