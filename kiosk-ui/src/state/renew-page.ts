import { isPageOld } from './device-report.ts'
import { useKiosk } from './kiosk-store.ts'
import { useWaiting } from './waiting.ts'

const LOOK_EVERY_MS = 10_000
const ALONE_MS = 60_000

/** A kiosk is not reloaded by hand for months: another build is loaded once nobody has stood there for a minute (N1). */
export function renewWhenAlone(reload: () => void = () => location.reload()): () => void {
  const timer = setInterval(() => {
    const { place, touchedAt } = useKiosk.getState()
    const isAlone = place.at === 'home' && performance.now() - touchedAt >= ALONE_MS
    if (isAlone && isPageOld() && useWaiting.getState().net === 'online') reload()
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
