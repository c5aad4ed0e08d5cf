import type { VoicePath } from '@counter/shared/vocabulary/ticket'

/** One thing that was said aloud, for the acceptance tests (screens.md 8). Times of the page's steady clock, ms. */
export interface Said {
  readonly text: string
  readonly clips: readonly string[]
  /** `text` is what nobody could say aloud: it is there to be read. `given_up`: its end was never heard of (Q55). */
  readonly path: VoicePath | 'text' | 'given_up'
  readonly startedAt: number
  readonly endedAt: number
}

declare global {
  interface Window {
    __voiceLog?: Said[]
  }
}

/** Keeps the saying where a test can read it; a production build has no such list (U49). */
export function logSaying(said: Said): void {
  if (import.meta.env.MODE !== 'test') return
  window.__voiceLog = [...(window.__voiceLog ?? []), said]
}
