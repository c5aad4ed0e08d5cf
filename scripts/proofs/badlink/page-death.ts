import { parentPort } from 'node:worker_threads'
import type { Death } from './phone-words.ts'

/** What kills this page at a step of its work, as an empty battery or a full memory does: nothing is written any more. */
export interface PageDeath {
  /** From now on it waits for its `after`-th occasion. */
  await(at: Death, after: number): void
  callOff(): void
  /** An occasion. */
  passes(step: Death): void
  /** A request that is on its way for longer than a moment may be what it dies with. */
  over<T>(step: Death, request: Promise<T>): Promise<T>
}

const MS_PER_OCCASION = 150

/** Nobody has a hold on a page but its own runner. */
export function pageDeath(): PageDeath {
  let doom: { readonly at: Death; left: number } | null = null

  function die(at: Death): never {
    parentPort?.postMessage({ is: 'dies', at })
    process.exit(0)
  }

  return {
    await(at, after) {
      doom = { at, left: after }
    },
    callOff() {
      doom = null
    },
    passes(step) {
      if (doom?.at !== step) return
      doom.left -= 1
      if (doom.left < 0) die(step)
    },
    async over(step, request) {
      const isMeant = () => doom?.at === step
      const timer = isMeant()
        ? setTimeout(() => isMeant() && die(step), (doom?.left ?? 0) * MS_PER_OCCASION)
        : undefined
      try {
        return await request
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
