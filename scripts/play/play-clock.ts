import { setMaxListeners } from 'node:events'
import { CLOSES, OPENS } from './day-plan.ts'

/** The played day beside the real one: the server keeps its real clock, only the pauses between acts are shorter. */
export interface PlayClock {
  /** The played minute since midnight. */
  minute(): number
  /** Real milliseconds that so many played minutes take. */
  realMs(minutes: number): number
  /** Waits so many played minutes, or until the play is stopped. */
  wait(minutes: number): Promise<void>
  waitUntil(minute: number): Promise<void>
  /** True from closing time on, or after Ctrl-C. */
  isOver(): boolean
  stop(): void
  readonly isStopped: () => boolean
}

export function startClock(speed: number, realMinutes: number | null): PlayClock {
  const startedAt = performance.now()
  const stopped = new AbortController()
  // Everybody in the play waits for this one signal.
  setMaxListeners(0, stopped.signal)
  if (realMinutes !== null) setTimeout(() => stopped.abort(), realMinutes * 60_000).unref()
  const minute = () => OPENS + ((performance.now() - startedAt) / 60_000) * speed
  const realMs = (minutes: number) => (minutes * 60_000) / speed

  function wait(minutes: number): Promise<void> {
    if (stopped.signal.aborted || minutes <= 0) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        stopped.signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, realMs(minutes))
      stopped.signal.addEventListener('abort', done)
    })
  }

  return {
    minute,
    realMs,
    wait,
    waitUntil: (until) => wait(until - minute()),
    isOver: () => stopped.signal.aborted || minute() >= CLOSES,
    stop: () => stopped.abort(),
    isStopped: () => stopped.signal.aborted,
  }
}

/** `09:42`. */
export function clockText(minute: number): string {
  const whole = Math.floor(minute)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
