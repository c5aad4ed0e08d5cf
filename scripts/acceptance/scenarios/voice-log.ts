/** What a page says aloud, as its own log and its own loudspeaker tell. */
import type { Page } from 'playwright-core'

/** One saying of the page's log (screens.md 8). */
export interface Said {
  readonly text: string
  /** `given_up` where the page did not hear the end of it in time, as on a machine that does too much at once (Q55). */
  readonly path: string
  readonly startedAt: number
  readonly endedAt: number
}

/** Everything the page has said so far, oldest first. */
export async function saidBy(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => (Reflect.get(window, '__voiceLog') ?? []) as Said[])
}

/** Listens at the page's loudspeaker during an act: the highest RMS of what Web Audio really played. */
export async function loudestWhile(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const heard = { loudest: 0 }
    Reflect.set(window, 'heardByTest', heard)
    // Without a named function: the loader's own name for it does not exist in the page.
    setInterval(() => {
      const ear = Reflect.get(window, '__voiceEar') as AnalyserNode | undefined
      if (ear !== undefined) {
        const samples = new Float32Array(ear.fftSize)
        ear.getFloatTimeDomainData(samples)
        const squares = samples.reduce((sum, sample) => sum + sample * sample, 0)
        heard.loudest = Math.max(heard.loudest, Math.sqrt(squares / samples.length))
      }
    }, 50)
  })
  await act()
  return page.evaluate(() => (Reflect.get(window, 'heardByTest') as { loudest: number }).loudest)
}
