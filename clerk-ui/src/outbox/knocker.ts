import type { FileLine } from './file-parts.ts'
import type { SenderState } from './sender-state.ts'
import type { SenderWorld } from './sender-world.ts'

const OFTEN_MS = 2_000
const OFTEN_FOR_MS = 5 * 60_000
const SELDOM_MS = 10_000

/** What is to be done once the line carries again. */
export interface WhenBack {
  /** Nothing rests for the sake of the line any longer. */
  lift(): Promise<void>
  /** Sends what is due. */
  drain(): Promise<void>
}

type Standing = Pick<SenderState, 'outbox' | 'photosRestUntil'>

/**
 * Knows whether the centre is silent. While the page is seen, the centre is asked whether it is there 10 s after its last word,
 * unless the live line has heard it; in the first 5 minutes of a loss with something that waits for it, every 2 s. Its first
 * word, whatever it answers, ends every back-off, however slow the line is (V43).
 */
export function createKnocker(
  { now, knock, isSeen, isLineUp, files }: SenderWorld,
  { lift, drain }: WhenBack,
) {
  let silentSince: number | null = null
  // Of the last question or word, whichever came later; a page that begins is about to send anyway.
  let askedAt = now()
  let isAsking = false

  async function heard(isAnswered: boolean): Promise<void> {
    const wasSilent = silentSince !== null
    if (isAnswered || !wasSilent) askedAt = now()
    silentSince = isAnswered ? null : (silentSince ?? now())
    if (isAnswered && wasSilent) await lift()
  }

  async function heardAs<T>(answer: T | null): Promise<T | null> {
    await heard(answer !== null)
    return answer
  }

  // A clock that was set back must not make the next question wait for years.
  function isDue(isWaiting: boolean): boolean {
    const isFresh = silentSince !== null && Math.abs(now() - silentSince) < OFTEN_FOR_MS
    return Math.abs(now() - askedAt) >= (isWaiting && isFresh ? OFTEN_MS : SELDOM_MS)
  }

  async function isThere(isWaiting: boolean): Promise<boolean> {
    // A question that hung in a hole came back late: the next one is due at once.
    while (isSeen() && isDue(isWaiting)) {
      askedAt = now()
      if (await knock()) return true
      silentSince ??= askedAt
    }
    return false
  }

  async function ask(isWaiting: boolean): Promise<void> {
    isAsking = true
    const isBack = await isThere(isWaiting).finally(() => {
      isAsking = false
    })
    if (!isBack || silentSince === null) return
    // A loss under something that waits is over when that is answered: a centre that only says it is there is not asked each 2 s for ever.
    if (!isWaiting) silentSince = null
    await lift()
    await drain()
  }

  return {
    heard,
    /** The line of the photos, listened to. */
    files: {
      head: async (sha256) => heardAs(await files.head(sha256)),
      put: async (sha256, part) => heardAs(await files.put(sha256, part)),
    } satisfies FileLine,
    /** Called each second; resolves when the question, if one was due, is answered and what it brought about is done. */
    async look(standing: Standing): Promise<void> {
      if (isAsking || !isSeen()) return
      const isWaiting = silentSince !== null && isAnythingWaiting(standing, now())
      // The live line asks by itself, and hears the centre more often than this would.
      if (isWaiting || !isLineUp()) return ask(isWaiting)
      silentSince = null
    },
  }
}

function isAnythingWaiting({ outbox, photosRestUntil }: Standing, now: number): boolean {
  return now < photosRestUntil || outbox.some(({ state }) => state === 'retry')
}
