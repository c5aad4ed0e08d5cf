import { create } from 'zustand'
import { putDraftsAway } from './draft-store.ts'

interface PageVersion {
  /** A newer page lies ready; it waits until the agent lets it in (V83). */
  readonly waiting: ServiceWorker | null
  /** Another tab of this phone is in the middle of something, so it was not let in. */
  readonly isElsewhere: boolean
}

export const usePageVersion = create<PageVersion>(() => ({ waiting: null, isElsewhere: false }))

const IN_HAND = 'village-in-hand'

const LOOK_EVERY_MS = 60 * 60_000

let look: () => void = () => undefined

/** Asks for a newer page now, because the centre takes nothing of this one (V58). */
export function lookForNewPage(): void {
  look()
}

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
  openWithOthers(serviceWorker)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', note)
  })
  look = () => void registration.update().catch(() => undefined)
  setInterval(look, LOOK_EVERY_MS)
}

/** While a tab holds it, no tab lets a newer page in (V83). */
export function holdPage(): () => void {
  const locks: LockManager | undefined = navigator.locks
  let isOver = false
  let release = () => {
    isOver = true
  }
  const held = () =>
    isOver
      ? undefined
      : new Promise<void>((resolve) => {
          release = resolve
        })
  void locks?.request(IN_HAND, { mode: 'shared' }, held)
  return () => release()
}

/** Lets the newer page in when no other tab is in the middle of something; all tabs of the phone open it together (V83). */
export async function takeNewPage(): Promise<void> {
  const { held = [] } = await navigator.locks.query()
  const isElsewhere = held.some(({ name }) => name === IN_HAND)
  usePageVersion.setState({ isElsewhere })
  if (!isElsewhere) usePageVersion.getState().waiting?.postMessage({ type: 'SKIP_WAITING' })
}

// The newer worker takes every tab over and drops the files of the old page, so no tab may stay with that one. The first
// worker of a device takes over a page that is already its own.
function openWithOthers(serviceWorker: ServiceWorkerContainer): void {
  let isFirst = serviceWorker.controller === null
  serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst) void putDraftsAway().finally(() => location.reload())
    isFirst = false
  })
}
