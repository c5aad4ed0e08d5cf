import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { CommandBox } from './components/command-box.tsx'
import { DeputyNews } from './components/deputy-news.tsx'
import { KeyBar } from './components/key-bar.tsx'
import { Layer } from './components/layer.tsx'
import { TopBar } from './components/top-bar.tsx'
import { UnitNews } from './components/unit-news.tsx'
import { Routes } from './routes.tsx'
import { SignInForm } from './screens/sign-in/sign-in-form.tsx'
import { SignInScreen } from './screens/sign-in/sign-in-screen.tsx'
import { useHall } from './state/hall.ts'
import { useIdleLock, useIdleWarning } from './state/idle.ts'
import { useNet } from './state/live.ts'
import { useSession } from './state/session.ts'
import { useWords } from './text/words.ts'
import './components/frame.css'

/** The frame of the staff's screens: bars, menu, network, and the sign-in layer over a page whose session was lost (U15). */
export function AppFrame() {
  const phase = useSession((state) => state.phase)
  const role = useSession((state) => state.session?.role)
  useEffect(() => {
    if (role === 'agent') location.replace('/village')
  }, [role])
  if (phase === 'asking' || role === 'agent') return null
  if (phase === 'out' || phase === 'unreachable') return <SignInScreen />
  return <StaffPage isLost={phase === 'lost'} />
}

function StaffPage({ isLost }: { isLost: boolean }) {
  const words = useWords()
  const learnHall = useHall((state) => state.learn)
  const [isBoxOpen, setBoxOpen] = useState(false)
  useEffect(() => void learnHall(), [learnHall])
  useBoxKey(() => setBoxOpen(true))
  useIdleLock(useSession((state) => (state.phase === 'in' ? state.session?.idleMinutes : undefined)))
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words('frame.skip')}
      </a>
      <TopBar onSearch={() => setBoxOpen(true)} />
      <OldPageLine />
      <IdleLine />
      <DeputyNews />
      <UnitNews />
      <main className="pane" id="content" tabIndex={-1}>
        <Routes />
      </main>
      <KeyBar onSearch={() => setBoxOpen(true)} />
      {isBoxOpen && <CommandBox onClose={() => setBoxOpen(false)} />}
      {isLost && (
        <Layer title={words('signIn.lost')} onClose={null}>
          <SignInForm />
        </Layer>
      )}
    </div>
  )
}

// Ctrl+K works everywhere; while a word is composed the keys belong to the input method (U32).
function useBoxKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.repeat) return
      if (!(event.ctrlKey && event.key.toLowerCase() === 'k')) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}

function OldPageLine() {
  const words = useWords()
  const isOld = useNet((state) => state.isOldPage)
  if (!isOld) return null
  return (
    <p className="strip" role="status">
      ▲ {words('frame.oldPage')}
      <Button size="small" onClick={() => location.reload()}>
        {words('frame.reload')}
      </Button>
    </p>
  )
}

function IdleLine() {
  const words = useWords()
  const isWarning = useIdleWarning((state) => state.isWarning)
  if (!isWarning) return null
  return (
    <p className="strip" role="alert">
      ▲ {words('frame.idle')}
    </p>
  )
}
