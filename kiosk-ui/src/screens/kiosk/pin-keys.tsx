import { type ReactNode, useState } from 'react'
import { Key } from '../../components/key.tsx'
import { Press } from '../../components/press.tsx'
import { checkPin, type PinAnswer } from '../../state/kiosk-pin.ts'
import { useRefusal, useText } from '../../text/text.ts'

const LEAST = 6
const MOST = 8

/** The PIN of this kiosk, ten keys and nothing shown but dots (K-10). */
export function PinKeys({ onRight }: { readonly onRight: () => void }): ReactNode {
  const say = useText()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<PinAnswer | null>(null)
  const check = async () => {
    setBusy(true)
    const checked = await checkPin(typed)
    setBusy(false)
    setTyped('')
    setAnswer(checked)
    if (checked.is === 'right') onRight()
  }
  return (
    <div className="pin">
      <p>{say('staff.enterPin')}</p>
      <output className="typed" aria-label={say('staff.pin')}>
        {'●'.repeat(typed.length).padEnd(LEAST, '○')}
      </output>
      <PinProblem answer={answer} />
      <div className="pin-keys">
        {[...'1234567890'].map((digit) => (
          <Key key={digit} onKey={() => setTyped((text) => (text + digit).slice(0, MOST))}>
            {digit}
          </Key>
        ))}
      </div>
      <div className="row">
        <Key isOff={typed === ''} onKey={() => setTyped((text) => text.slice(0, -1))}>
          {say('k4.erase')}
        </Key>
        <Press look="main" isBusy={isBusy} isOff={typed.length < LEAST} onPress={() => void check()}>
          {say(isBusy ? 'staff.checking' : 'staff.open')}
        </Press>
      </div>
    </div>
  )
}

function PinProblem({ answer }: { readonly answer: PinAnswer | null }): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  if (answer === null || answer.is === 'right') return null
  return (
    <p className="warning" role="alert">
      {answer.is === 'unknown_offline' ? say('staff.pinOffline') : refusal(answer.code, answer.params)}
    </p>
  )
}
