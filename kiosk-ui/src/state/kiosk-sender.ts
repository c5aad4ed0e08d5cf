import { readOnce } from '@counter/shared/client/commands'
import { OfflineSyncAnswer } from '@counter/shared/contract/leases'
import { asDevice } from '../device.ts'
import { dropSent, openBook, rereadBook, useBook } from './kiosk-book.ts'
import { lender } from './kiosk-lender.ts'
import { useWaiting } from './waiting.ts'

const LOOK_EVERY_MS = 2_000
const LOOK_AT_LEAST_MS = 10_000
const BATCH = 20

/**
 * What the book holds goes up by itself, in its order, as soon as somebody answers; then the kiosk is lent new numbers
 * (Q46, Q48). A first look is taken at once: numbers may have been given before a power cut.
 */
export function followBook(): () => void {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  // A fault of the browser's store ends this look and not the looking: numbers given out must still go up.
  const work = async (): Promise<void> => {
    if (!useBook.getState().isRead) await rereadBook()
    if (await sendUnsent()) await lend.look(stop.signal)
  }
  const look = async (): Promise<void> => {
    const isDue = performance.now() - lookedAt >= LOOK_AT_LEAST_MS
    if (useWaiting.getState().net !== 'offline' || isDue) {
      lookedAt = performance.now()
      await work().catch(() => undefined)
    }
    if (!stop.signal.aborted) timer = setTimeout(() => void look(), LOOK_EVERY_MS)
  }
  const lend = lender()
  void openBook()
    .catch(() => undefined)
    .then(look)
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}

/** True when nothing is left to send. */
async function sendUnsent(): Promise<boolean> {
  const commands = useBook.getState().unsent.slice(0, BATCH)
  if (commands.length === 0) return useBook.getState().isRead
  const answer = await asDevice('kiosk', () =>
    readOnce('/api/tickets/sync', OfflineSyncAnswer, 'kiosk', { commands }),
  )
  if (!answer.ok) return false
  const settled = commands.filter((_, place) => (answer.value.results[place]?.status ?? 'retry') !== 'retry')
  await dropSent(settled.map(({ sequence }) => sequence))
  return settled.length === commands.length && sendUnsent()
}
