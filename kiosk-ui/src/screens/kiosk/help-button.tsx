import { type ReactNode, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { callHelp } from '../../state/kiosk-acts.ts'
import { useText } from '../../text/text.ts'

/** 「叫人帮忙」, at the same place on every page (U18). */
export function HelpButton(): ReactNode {
  const say = useText()
  const [step, setStep] = useState<'call' | 'calling' | 'called' | 'failed'>('call')
  const call = async () => {
    setStep('calling')
    setStep((await callHelp()) ? 'called' : 'failed')
  }
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
