import { keepGuides } from '@counter/shared/client/copies'
import { readerOf } from './reader.ts'
import { useWaiting } from './waiting.ts'

const GUIDES_EVERY_MS = 60 * 60_000
const SOON_MS = 3_000
const BETWEEN_MS = 100

/** What a kiosk needs to open and to answer without the server: its page (K43), and a copy of every guide (S5). */
export function keepPage(): () => void {
  if (import.meta.env.PROD) void registerWorker()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const look = async (): Promise<void> => {
    const isKept =
      useWaiting.getState().net === 'online' && (await keepGuides(readerOf('kiosk'), () => isStopped))
    if (!isStopped) timer = setTimeout(() => void look(), isKept ? GUIDES_EVERY_MS : SOON_MS)
  }
  timer = setTimeout(() => void look(), BETWEEN_MS)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

// A browser that forbids workers loses only the opening without a server.
async function registerWorker(): Promise<void> {
  await navigator.serviceWorker?.register('/sw-kiosk.js', { scope: '/kiosk' }).catch(() => undefined)
}
