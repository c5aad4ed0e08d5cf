/** Waits for what a person would see; nothing here waits for a length of time. */
import type { Page } from 'playwright-core'

const BETWEEN_LOOKS_MS = 100
const MOST_LOOKS = 600

/** Waits until the page shows the words, wherever they stand. */
export async function says(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor()
}

/** Waits until the page shows the words no longer. */
export async function saysNoMore(page: Page, words: string | RegExp): Promise<void> {
  const shown = page.getByText(words).filter({ visible: true })
  while ((await shown.count()) > 0) await shown.first().waitFor({ state: 'hidden' })
}

/** Waits until the screen stands, in the state when one is named (screens.md 8). */
export async function stands(page: Page, screen: string, state?: string): Promise<void> {
  const wanted = state === undefined ? '' : `[data-state="${state}"]`
  await page.locator(`[data-screen="${screen}"]${wanted}`).first().waitFor()
}

/** Waits until the part with the test id contains the words. */
export async function partSays(page: Page, testId: string, words: string | RegExp): Promise<void> {
  await page.getByTestId(testId).filter({ hasText: words }).first().waitFor()
}

/** The words of a part, once it is there. */
export async function partWords(page: Page, testId: string): Promise<string> {
  return ((await page.getByTestId(testId).first().textContent()) ?? '').trim()
}

/** Presses Tab until the element has the focus; the way of a person without a mouse. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const limit = 60
  for (let presses = 0; presses < limit; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${limit} presses of Tab do not reach ${selector}`)
}

/** Waits until every line of text is known to the page's own list, such as the voice log. */
export async function logHas(page: Page, log: '__voiceLog' | '__printLog', words: string): Promise<void> {
  await page.waitForFunction(
    ([name, wanted]) => JSON.stringify(Reflect.get(window, name) ?? []).includes(wanted),
    [log, words] as const,
  )
}

/** Waits until the page itself says so; `isSo` runs in the page. Longest a minute, as every other wait. */
export async function holds(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; !(await page.evaluate(isSo)); look += 1) {
    if (look === MOST_LOOKS) throw new Error(`not so after a minute on ${page.url()}: ${isSo}`)
    await page.waitForTimeout(BETWEEN_LOOKS_MS)
  }
}
