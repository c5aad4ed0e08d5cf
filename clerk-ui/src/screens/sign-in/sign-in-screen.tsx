import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useHall } from '../../state/hall.ts'
import { useSession } from '../../state/session.ts'
import { speak, useLanguage, useWords } from '../../text/words.ts'
import { CodeForm } from './code-form.tsx'
import { FirstAdministratorForm } from './first-administrator-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

/** C-0: the door of the staff's screens; before anybody exists, the door of the first administrator. */
export function SignInScreen() {
  const words = useWords()
  const language = useLanguage()
  const phase = useSession((state) => state.phase)
  const hall = useHall((state) => state.hall)
  const learnHall = useHall((state) => state.learn)
  useAsking(hall === null || phase === 'unreachable')
  const isFirst = hall?.centre.needsFirstAdministrator === true
  const state = phase === 'unreachable' ? 'offline' : isFirst ? 'first' : 'normal'
  return (
    <main className="door" id="content" data-screen="C-0" data-state={state}>
      <div className="card door-card">
        <p className="quiet">{hall?.centre.name ?? ' '}</p>
        <h1>{words(isFirst ? 'first.title' : 'signIn.title')}</h1>
        {phase === 'unreachable' && (
          <p className="refusal" role="alert">
            {words('signIn.unreachable')}
          </p>
        )}
        {isFirst ? <FirstAdministratorForm onDone={() => void learnHall()} /> : <OwnDoor />}
        <Button
          type="link"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
        >
          {words('frame.language')}
        </Button>
      </div>
    </main>
  )
}

function OwnDoor() {
  const words = useWords()
  // An agent's own door has no form for the code and sends here.
  const [hasCode, setHasCode] = useState(() => location.hash === '#code')
  if (hasCode) return <CodeForm onBack={() => setHasCode(false)} />
  return (
    <>
      <SignInForm />
      <Button type="link" onClick={() => setHasCode(true)}>
        {words('signIn.byCode')}
      </Button>
    </>
  )
}

const ASK_EVERY_MS = 3_000

// Nobody has to press reload because the server came up after the page.
function useAsking(isNeeded: boolean): void {
  const learnHall = useHall((state) => state.learn)
  useEffect(() => {
    void learnHall()
    if (!isNeeded) return undefined
    const timer = setInterval(() => {
      void learnHall()
      if (useSession.getState().phase === 'unreachable') void useSession.getState().learn()
    }, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isNeeded, learnHall])
}
