/** Hands at the kiosk: fast ones, two at once, and those that try codes. */
import type { CDPSession, Page } from 'playwright-core'
import { says, stands } from '../see.ts'
import { SIZES, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

const FAST = '7K3F7K3F'
const UNKNOWN = '00000000'

export const KIOSK_HANDS: readonly HallScenario[] = [
  { title: '[QT18] eight very fast taps at four keys type eight signs', run: typeFast },
  {
    title: '[P41, S14] the sixth wrong code in a minute is refused, at the kiosk and on a phone',
    run: () => inOwnHall(tryCodes),
  },
]

/** A hall of its own: five tries a minute are counted for each device and address, and others of the story try too (P41). */
async function inOwnHall(run: (hall: Pick<Story, 'stage'>) => Promise<void>): Promise<void> {
  const stage = await startStage({ at: '2026-06-24T01:00:00.000Z' })
  try {
    await run({ stage })
  } finally {
    await stage.close()
  }
}

async function typeFast({ stage }: Story): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 8')
  await kiosk.getByText('查进度').tap()
  await stands(kiosk, 'K-4', 'typing')
  const touch = await kiosk.context().newCDPSession(kiosk)
  const keys = await placesOf(kiosk, FAST)
  // None waits for the one before it, so the browser's own clicks come too late or not at all.
  await Promise.all(keys.flatMap((key) => [down(touch, [key]), up(touch)]))
  await showsCode(kiosk, '7K3F-7K3F')
  for (let left = FAST.length; left > 0; left -= 1) await kiosk.getByText('删一位').tap()
  await showsCode(kiosk, '____-____')
  // Two thumbs: the next one is down before the last one is up.
  for (const [place, key] of keys.entries()) {
    const before = keys[place - 1]
    await down(
      touch,
      before === undefined
        ? [{ ...key, id: place }]
        : [
            { ...before, id: place - 1 },
            { ...key, id: place },
          ],
    )
    if (before !== undefined) await down(touch, [{ ...key, id: place }])
  }
  await up(touch)
  await showsCode(kiosk, '7K3F-7K3F')
  await kiosk.context().close()
}

async function tryCodes({ stage }: Pick<Story, 'stage'>): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 9')
  await kiosk.getByText('查进度').tap()
  for (let tries = 1; tries <= 5; tries += 1) {
    await type(kiosk, UNKNOWN)
    const answered = kiosk.waitForResponse((response) => response.url().endsWith('/api/track/case'))
    await kiosk.getByText('查一下').tap()
    await answered
    await stands(kiosk, 'K-4', 'refused')
    await says(kiosk, /没找到/)
    await erase(kiosk)
  }
  await type(kiosk, UNKNOWN)
  await kiosk.getByText('查一下').tap()
  await says(kiosk, '试得太多了，已经通知工作人员来帮您。')
  await kiosk.context().close()

  const phone = await stage.openPage('/t', SIZES.phone)
  for (let tries = 1; tries <= 5; tries += 1) {
    await askOnPhone(phone)
    await says(phone, /没找到/)
    await phone.getByRole('button', { name: '再试', exact: true }).tap()
  }
  await askOnPhone(phone)
  await says(phone, /试得太多/)
  await phone.context().close()
}

async function askOnPhone(phone: Page): Promise<void> {
  await phone.locator('input').nth(0).fill('综 001')
  await phone.locator('input').nth(1).fill(UNKNOWN)
  await phone.locator('button[type="submit"]').tap()
}

interface Place {
  readonly x: number
  readonly y: number
  readonly id?: number
}

async function placesOf(kiosk: Page, signs: string): Promise<readonly Place[]> {
  return Promise.all(
    [...signs].map(async (sign) => {
      const box = await kiosk.getByRole('button', { name: sign, exact: true }).boundingBox()
      if (box === null) throw new Error(`no key ${sign}`)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }),
  )
}

/** These fingers are on the glass from now on; one that is no longer named has been lifted. */
async function down(touch: CDPSession, touchPoints: Place[]): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
}

async function up(touch: CDPSession): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function showsCode(kiosk: Page, code: string): Promise<void> {
  await kiosk.locator('.typed').filter({ hasText: code }).waitFor()
}

async function type(kiosk: Page, code: string): Promise<void> {
  for (const sign of code) await kiosk.getByRole('button', { name: sign, exact: true }).tap()
}

async function erase(kiosk: Page): Promise<void> {
  for (const _ of UNKNOWN) await kiosk.getByText('删一位').tap()
}
