import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { enrolDevice } from '../../device.ts'
import { bringFontAndRefusals } from '../../state/after-first-page.ts'
import { useRefusal, useText } from '../../text/text.ts'

/** 「这台设备还没有登记」: a code from the administrator makes this browser a kiosk or a wall. */
export function EnrolScreen({ kind }: { readonly kind: DeviceKind }): ReactNode {
  const say = useText()
  const field = useId()
  const { isBusy, problem, enrol } = useEnrolling(kind)
  const [code, setCode] = useState('')
  useEffect(bringFontAndRefusals, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) void enrol(code.trim().toUpperCase())
  }
  return (
    <main className="enrol" data-screen="enrol" data-state={isBusy ? 'sending' : 'unenrolled'}>
      <h1>{say('enrol.title')}</h1>
      <form onSubmit={send}>
        <p>{say(isSecureContext ? 'enrol.how' : 'enrol.insecure')}</p>
        <label htmlFor={field}>{say('enrol.code')}</label>
        <input
          id={field}
          value={code}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setCode(event.target.value)}
        />
        {problem !== null && (
          <p className="warning" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="press press-main" aria-disabled={isBusy}>
          {say(isBusy ? 'enrol.busy' : 'enrol.go')}
        </button>
      </form>
    </main>
  )
}

function useEnrolling(kind: DeviceKind) {
  const say = useText()
  const refusal = useRefusal()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const enrol = async (code: string) => {
    if (code === '' || !isSecureContext) return
    setBusy(true)
    const answer = await enrolDevice(kind, code)
    setBusy(false)
    if (answer.ok) return
    setProblem(answer.code === 'offline' ? say('enrol.offline') : refusal(answer.code, answer.params))
  }
  return { isBusy, problem, enrol }
}
