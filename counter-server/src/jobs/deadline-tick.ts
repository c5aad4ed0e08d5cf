import { fireDueMarks, refreshClocks } from '../usecases/cases/fire-due-marks.ts'
import type { Deps } from '../usecases/deps.ts'

/** What wakes the tick; the real one is `setInterval`, a test gives its own. */
export type Every = (work: () => void, ms: number) => { unref(): unknown; stop(): void }

export interface DeadlineTick {
  /** One round now; a fault is reported and tried again at the next tick. */
  run(): Promise<void>
  stop(): void
}

const EVERY_MS = 30_000

/** Starts the deadline tick after its boot sweep: one timer for all cases, none per case (C521). */
export function startDeadlineTick(deps: Deps, every: Every, onFault: (error: unknown) => void): DeadlineTick {
  let running: Promise<void> | null = null
  let hasSwept = false

  async function round(): Promise<void> {
    try {
      if (!hasSwept) await refreshClocks(deps)
      hasSwept = true
      await fireDueMarks(deps)
    } catch (error) {
      onFault(error)
    } finally {
      running = null
    }
  }

  function run(): Promise<void> {
    running ??= round()
    return running
  }

  const timer = every(() => void run(), EVERY_MS)
  timer.unref()
  return { run, stop: () => timer.stop() }
}

/** The timer of a running server. */
export const everyInterval: Every = (work, ms) => {
  const timer = setInterval(work, ms)
  return { unref: () => timer.unref(), stop: () => clearInterval(timer) }
}
