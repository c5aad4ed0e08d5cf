import { Guide, GuideList } from '@counter/shared/contract/public/guide'
import { readOrCopy } from './copies.ts'
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
    const isKept = useWaiting.getState().net === 'online' && (await keepGuides(() => isStopped))
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

/** One after another and slowly, because residents come first. False when the server fell silent. */
async function keepGuides(isStopped: () => boolean): Promise<boolean> {
  const list = await readOrCopy('/api/guide', GuideList, 'kiosk')
  if (!list.ok || list.value.copiedOn !== null) return false
  for (const { code } of list.value.value.items) {
    if (isStopped()) return false
    const guide = await readOrCopy(`/api/guide/${encodeURIComponent(code)}`, Guide, 'kiosk')
    if (!guide.ok || guide.value.copiedOn !== null) return false
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  return true
}
