/** By Tab alone, without a mouse and without motion: the pages of kiosk, hall guide and administrator (U43, U46). */
import { deepEqual, equal, ok } from 'node:assert/strict'
import type { CDPSession, Page } from 'playwright-core'
import { stands } from '../see.ts'
import type { HallScenario, Story } from '../story.ts'

export const KEYS: readonly HallScenario[] = [
  { title: '[U43] Tab reaches everything on the pages of the kiosk, seen and not covered', run: walkKiosk },
  { title: '[U43] Tab walks the pages of the hall guide and the administrator', run: walkStaff },
  { title: '[U46] nothing moves on kiosk and wall when motion is not wanted', run: standStill },
  {
    title: '[U46] the lights differ by words and shape, whatever colours an eye tells apart',
    run: tellApart,
  },
]

/** No page of ours has more places to stop at. */
const MOST_STOPS = 150

async function walkKiosk({ stage }: Story): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 21')
  await stands(kiosk, 'K-1', 'open')
  deepEqual(await walkByTab(kiosk), [], 'K-1')
  await kiosk.getByTestId('k1.tile.social').tap()
  await stands(kiosk, 'K-2')
  deepEqual(await walkByTab(kiosk), [], 'K-2')
  await kiosk.getByTestId('k2.take').tap()
  await stands(kiosk, 'K-3', 'printed')
  deepEqual(await walkByTab(kiosk), [], 'K-3')
  await kiosk.context().close()
}

const STAFF_PAGES = [
  ['/admin/windows', 'A-2'],
  ['/admin/people', 'A-3'],
  ['/admin/rules', 'A-7'],
  ['/admin/devices', 'A-4'],
  ['/admin/notices', 'A-6'],
  ['/admin/items?unit=MZ', 'A-1'],
] as const

async function walkStaff({ stage, scan }: Story): Promise<void> {
  const greeter = await stage.staffPage('clerk4', '/greet')
  await stands(greeter, 'G-1', 'normal')
  await scan(greeter, 'G-1', 'staff')
  deepEqual(await walkByTab(greeter), [], 'G-1')
  await greeter.context().close()
  const admin = await stage.staffPage('admin', '/admin/windows')
  for (const [path, screen] of STAFF_PAGES) {
    await admin.goto(`${stage.url}${path}`)
    await admin.locator(`[data-screen="${screen}"]:not([data-state="loading"])`).waitFor()
    await scan(admin, screen, 'staff')
    deepEqual(await walkByTab(admin), [], screen)
  }
  await admin.context().close()
}

/** Presses Tab until the walk has ended where it began; what was wrong on the way. */
export async function walkByTab(page: Page): Promise<readonly string[]> {
  const problems: string[] = []
  await page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked')
  })
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body || 'walked' in element.dataset)
        return null
      element.dataset['walked'] = ''
      const box = element.getBoundingClientRect()
      const name = `${element.tagName} ${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 20)}`
      // A table may be higher than its window: then what counts is the part in it.
      const top = Math.max(box.top, 0)
      const bottom = Math.min(box.bottom, innerHeight)
      const middle = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2)
      const isSeen =
        middle !== null &&
        (element.contains(middle) || middle.contains(element) || middle.tagName === 'LABEL')
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const hasRing = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      return { name, isSeen, hasRing }
    })
    if (found === null) return problems
    if (!found.isSeen) problems.push(`${found.name} has the focus and is not seen`)
    if (!found.hasRing) problems.push(`${found.name} has the focus and shows no ring`)
  }
  return [...problems, `${MOST_STOPS} presses of Tab do not end the walk`]
}

async function standStill({ kiosk, wall }: Story): Promise<void> {
  for (const page of [kiosk, wall])
    equal(
      await page.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      ),
      0,
    )
}

const DEFICIENCIES = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const

/** The board has all of them; red, yellow and the others each have a shape and words of their own. */
async function tellApart({ stage }: Story): Promise<void> {
  const page = await stage.staffPage('supervisor', '/board')
  await page.getByTestId('board.count.red').waitFor()
  const session: CDPSession = await page.context().newCDPSession(page)
  for (const type of DEFICIENCIES) {
    await session.send('Emulation.setEmulatedVisionDeficiency', { type })
    const lights = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-light][data-shape]')].map(
        ({ dataset, textContent }) => ({
          light: dataset['light'] ?? '',
          shape: dataset['shape'] ?? '',
          words: (textContent ?? '').trim(),
        }),
      ),
    )
    const byLight = new Map(lights.map(({ light, shape }) => [light, shape]))
    ok(byLight.size >= 4, `${type}: only ${[...byLight.keys()]}`)
    equal(new Set(byLight.values()).size, byLight.size, `${type}: two lights have one shape`)
    for (const { light, words } of lights) equal(words.length > 0, true, `${type}: ${light} has no words`)
  }
  await page.context().close()
}
