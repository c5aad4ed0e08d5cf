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

/**
 * Knows whether the centre is silent. While it is and something waits for it, it is asked whether it is there again: every
 * 2 s in the first 5 minutes of a loss, then every 10 s. Its first word, whatever it answers, ends every back-off, however
 * slow the line is (V43).
 */
export function createKnocker({ now, knock, files }: SenderWorld, { lift, drain }: WhenBack) {
  let silentSince: number | null = null
  let askedAt = 0
  let isAsking = false

  async function heard(isAnswered: boolean): Promise<void> {
    if (!isAnswered && silentSince === null) silentSince = askedAt = now()
    if (!isAnswered || silentSince === null) return
    silentSince = null
    await lift()
  }

  async function heardAs<T>(answer: T | null): Promise<T | null> {
    await heard(answer !== null)
    return answer
  }

  // A clock that was set back must not make the next question wait for years.
  function isDue(since: number): boolean {
    const every = Math.abs(now() - since) < OFTEN_FOR_MS ? OFTEN_MS : SELDOM_MS
    return Math.abs(now() - askedAt) >= every
  }

  async function isThere(): Promise<boolean> {
    // A question that hung in a hole came back late: the next one is due at once.
    while (silentSince !== null && isDue(silentSince)) {
      askedAt = now()
      if (await knock()) return true
    }
    return false
  }

  return {
    heard,
    /** The line of the photos, listened to. */
    files: {
      head: async (sha256) => heardAs(await files.head(sha256)),
      put: async (sha256, part) => heardAs(await files.put(sha256, part)),
    } satisfies FileLine,
    /** Called each second; resolves when the question, if one was due, is answered and what it brought about is done. */
    async look(standing: Pick<SenderState, 'outbox' | 'photosRestUntil'>): Promise<void> {
      if (silentSince === null || isAsking || !isWaiting(standing, now())) return
      isAsking = true
      const isBack = await isThere().finally(() => {
        isAsking = false
      })
      if (!isBack) return
      await lift()
      await drain()
    },
  }
}

function isWaiting(
  { outbox, photosRestUntil }: Pick<SenderState, 'outbox' | 'photosRestUntil'>,
  now: number,
): boolean {
  return now < photosRestUntil || outbox.some(({ state }) => state === 'retry')
}
