import { keepGuides } from '@counter/shared/client/copies'
import { readerOf } from './reader.ts'
import { useWaiting } from './waiting.ts'

const GUIDES_EVERY_MS = 60 * 60_000
const SOON_MS = 3_000
const BETWEEN_MS = 100
const WORKER_EVERY_MS = 10_000

/** What a kiosk needs to open and to answer without the server: its page (K43), and a copy of every guide (S5). */
export function keepPage(): () => void {
  const stopWorker = import.meta.env.PROD ? keepWorker() : () => undefined
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
    stopWorker()
    clearTimeout(timer)
  }
}

/**
 * Asks for the worker until it is there: one whose files did not all come is thrown away by the browser without a word. A
 * browser that forbids workers loses only the opening without a server.
 */
export function keepWorker(): () => void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = workers === undefined
  const look = async (): Promise<void> => {
    const kept = await workers.register('/sw-kiosk.js', { scope: '/kiosk' }).catch(() => undefined)
    if (!isStopped && !kept?.active) timer = setTimeout(() => void look(), WORKER_EVERY_MS)
  }
  if (!isStopped) void look()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
