/** How large what is written is: on every page of a kiosk, and on the wall. */
import { deepEqual } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { measureTexts } from '../scan.ts'
import { says, stands } from '../see.ts'
import type { HallScenario, Story } from '../story.ts'

/** A kiosk of 27″ whose millimetres were measured; the tables of screens.md 1.1 give its sizes. */
const WIDE = { size: { width: 1920, height: 1080 }, mm: 3.21, plain: 24, big: 32 }

export const TEXT_SIZES: readonly HallScenario[] = [
  { title: '[U42] on K-1 to K-7 every text has 28 px, in 大字 42 px', run: readKiosk },
  { title: '[U42] a measured kiosk of 27″ keeps the sizes of its own millimetres', run: readWideKiosk },
  { title: '[U42] a row of the wall has 64 px, its number 150 px', run: readWall },
]

async function readKiosk({ stage }: Story): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 10')
  await stands(kiosk, 'K-1', 'open')
  await readPages(kiosk, 28)
  await kiosk.getByText('大字').tap()
  await readPages(kiosk, 42)
  await kiosk.context().close()
}

// The looks of a resident go with their ticket, so that comes last.
async function readPages(kiosk: Page, least: number): Promise<void> {
  const read = async (page: string) => deepEqual(await measureTexts(kiosk, least), [], page)
  await read('K-1')
  await kiosk.getByText('查进度').tap()
  await stands(kiosk, 'K-4')
  await read('K-4')
  await kiosk.getByText('返回').tap()
  await kiosk.getByText('过号恢复').tap()
  await stands(kiosk, 'K-5')
  await read('K-5')
  await kiosk.getByText('返回').tap()
  await kiosk.getByText('办事指南').tap()
  await stands(kiosk, 'K-6', 'normal')
  await read('K-6')
  await kiosk.locator('.tiles button').first().tap()
  await kiosk.locator('.rows button').first().waitFor()
  await read('K-6 unit')
  await kiosk.locator('.rows button').first().tap()
  await stands(kiosk, 'K-7', 'normal')
  await read('K-7')
  while ((await kiosk.locator('[data-screen="K-1"]').count()) === 0)
    await kiosk.getByText('返回').first().tap()
  await kiosk.getByTestId('k1.tile.social').tap()
  await kiosk.locator('.frequent button').first().waitFor()
  await read('K-2')
  await kiosk.getByText('返回').tap()
}

async function readWideKiosk({ stage }: Story): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 11', WIDE.size)
  await kiosk.evaluate((mm) => localStorage.setItem('counter.pxPerMm', String(mm)), WIDE.mm)
  await kiosk.reload()
  await stands(kiosk, 'K-1', 'open')
  deepEqual(await measureTexts(kiosk, WIDE.plain), [], 'K-1')
  await kiosk.getByText('大字').click()
  deepEqual(await measureTexts(kiosk, WIDE.big), [], 'K-1 big')
  await kiosk.getByTestId('k1.tile.social').click()
  await kiosk.locator('.frequent button').first().waitFor()
  deepEqual(await measureTexts(kiosk, WIDE.big), [], 'K-2 big')
  await kiosk.getByTestId('k2.take').click()
  await says(kiosk, '小票出来了，请拿好')
  deepEqual(await measureTexts(kiosk, WIDE.big), [], 'K-3 big')
  await kiosk.context().close()
}

async function readWall({ wall }: Story): Promise<void> {
  await wall.getByTestId('wall.row').first().waitFor()
  deepEqual(await measureTexts(wall, 64, '[data-testid="wall.row"]'), [])
  // The digits themselves; the word before them may be smaller.
  const numbers = await wall
    .locator('.wall-number')
    .evaluateAll((shown) => shown.map((number) => Number.parseFloat(getComputedStyle(number).fontSize)))
  deepEqual(
    numbers.filter((size) => size < 150),
    [],
  )
}
