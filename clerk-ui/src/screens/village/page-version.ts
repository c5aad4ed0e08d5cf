import { create } from 'zustand'

interface PageVersion {
  /** A newer page lies ready; it waits until the agent lets it in (V83). */
  readonly waiting: ServiceWorker | null
}

export const usePageVersion = create<PageVersion>(() => ({ waiting: null }))

const LOOK_EVERY_MS = 60 * 60_000

/** Keeps the page on the device, so that it opens without a network (V82), and hears of newer ones. */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD) return
  const { serviceWorker } = navigator
  // A browser that forbids workers loses only the opening without a network.
  const registration: ServiceWorkerRegistration | null | undefined = await serviceWorker
    .register('/sw-village.js', { scope: '/village' })
    .catch(() => null)
  if (!registration) return
  const note = () => {
    // The first worker of a device replaces nothing.
    if (serviceWorker.controller !== null) usePageVersion.setState({ waiting: registration.waiting })
  }
  note()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', note)
  })
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS)
}

/** Lets the newer page in and opens it. */
export function takeNewPage(): void {
  const { waiting } = usePageVersion.getState()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage({ type: 'SKIP_WAITING' })
}
