import { useEffect, useState } from 'react'
import { useCentre } from './centre.ts'
import { type Idle, type IdleSettings, idleOf } from './kiosk-idle.ts'
import { useKiosk } from './kiosk-store.ts'

const LOOK_EVERY_MS = 250
const USUAL: IdleSettings = { idleSeconds: 45, guideIdleSeconds: 90 }

/** How long the kiosk has been left alone, looked at four times a second. */
export function useIdle(): Idle {
  const kiosk = useKiosk()
  const settings = useCentre(({ hall }) => hall?.settings) ?? USUAL
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return idleOf(kiosk, settings, Math.max(now, kiosk.openedAt))
}
