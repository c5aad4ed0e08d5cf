/** What a clerk's hands do at the workbench, by keys alone (U31). */
import type { Page } from 'playwright-core'
import { stands } from './see.ts'

/** F2 is deaf for 800 ms after a press (U32); nobody is faster, so neither are we. */
const DEAF_MS = 800

/** Calls the next person and waits for the number. */
export async function next(desk: Page): Promise<void> {
  await pressF2(desk)
  await stands(desk, 'C-1', 'called')
}

/** F2 as soon as it is heard again. */
export async function pressF2(desk: Page): Promise<void> {
  await desk.waitForFunction(
    (deaf) => performance.now() - (Reflect.get(window, 'pressedF2') ?? -deaf) > deaf,
    DEAF_MS,
  )
  await desk.keyboard.press('F2')
  await noteF2(desk)
}

/** Remembers in the page when F2 was pressed last. */
export async function noteF2(desk: Page): Promise<void> {
  await desk.evaluate(() => Reflect.set(window, 'pressedF2', performance.now()))
}

/** F9: the called person is here. */
export async function start(desk: Page): Promise<void> {
  await desk.keyboard.press('F9')
  await stands(desk, 'C-1', 'serving')
}

/** F9 F9 3: somebody only asked something (S18). */
export async function consult(desk: Page): Promise<void> {
  await start(desk)
  await finish(desk, '3')
}

/** F9 and the outcome's key, or Enter for the outcome that is recorded already. */
export async function finish(desk: Page, key: string): Promise<void> {
  await desk.keyboard.press('F9')
  await stands(desk, 'C-1', 'outcome')
  await desk.locator('[data-outcome-bar] button:focus').waitFor()
  await desk.keyboard.press(key)
  await isFree(desk)
}

/** Waits until nobody is at the window any more, whether somebody waits or not. */
export async function isFree(desk: Page): Promise<void> {
  await desk.locator('[data-screen="C-1"]:is([data-state="idle"],[data-state="idle-empty"])').waitFor()
}
