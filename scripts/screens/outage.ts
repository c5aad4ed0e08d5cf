import type { Page } from 'playwright-core'
import { isReady } from '../acceptance/scenarios/offline.ts'
import { says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import type { Gallery } from './gallery.ts'
import { home } from './kiosk-services.ts'
import { callAt, takeNumbers } from './residents.ts'

/** As long as a wall trusts what it last heard (U26). */
const FIVE_MINUTES_MS = 300_000

/** What every screen of the hall shows without the server. */
export async function paintOutage(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const kiosk = await stage.devicePage('kiosk', '取号机 1')
  const wall = await stage.devicePage('wall', '大屏 1')
  const link = await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 6)
  const desk = await stage.deskPage(1)
  const clerk = await stage.signIn('clerk2')
  await clerk.command('/api/windows/2/open', {}, { parse: () => true })
  await callAt(clerk, 2, true)
  const { pathname, hash } = new URL(link)
  const phone = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
  const greet = await stage.staffPage('clerk3', '/greet')
  const door = await stage.openPage('/desk', SIZES.desk)
  await stands(greet, 'G-1', 'normal')
  await stands(desk, 'C-1', 'idle')
  await stands(wall, 'W-1', 'normal')
  await isReady(kiosk)
  const bare = await stage.devicePage('kiosk', '取号机 3')
  await isReady(bare)
  const second = await stage.devicePage('wall', '大屏 2')
  await stands(second, 'W-1', 'normal')
  await second.clock.install()
  await stage.kill()
  await dropNumbers(bare)
  await bare.reload()
  await stands(bare, 'K-1', 'paused')
  await gallery.kiosk(bare, '1-paused')
  await bare.context().close()
  await says(kiosk, '▲ 网络断开，仍可取号')
  await gallery.kiosk(kiosk, '1-offline')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await gallery.kiosk(kiosk, '2-offline')
  await kiosk.getByTestId('k2.take').tap()
  await says(kiosk, '应急号，按取号时间排队')
  await gallery.kiosk(kiosk, '3-offline')
  await kiosk.getByText('好的').tap()
  for (const [name, screen] of [
    ['查进度', 'K-4'],
    ['过号恢复', 'K-5'],
    ['预约签到', 'K-11'],
  ] as const) {
    await kiosk.getByText(name).tap()
    await stands(kiosk, screen, 'offline')
    await gallery.kiosk(kiosk, `${screen.slice(2)}-offline`)
    await kiosk.getByText('返回').first().tap()
  }
  await paintGuide(gallery, kiosk)
  await stands(wall, 'W-1', 'offline')
  await gallery.wall(wall, 'stale')
  await stands(second, 'W-1', 'offline')
  await second.clock.fastForward(FIVE_MINUTES_MS)
  await stands(second, 'W-1', 'blind')
  await gallery.wall(second, 'blind')
  await stands(desk, 'C-1', 'offline')
  await gallery.look(desk, 'desk-offline')
  await says(phone, '网络断了')
  await gallery.phone(phone, '1-offline')
  await stands(greet, 'G-1', 'stale')
  await gallery.look(greet, 'greet-offline')
  await door.locator('input[name="username"]').fill('clerk1')
  await door.locator('input[name="password"]').fill('nobody')
  await door.locator('button[type="submit"]').click()
  await says(door, '连不上服务器')
  await gallery.look(door, 'sign-in-offline')
}

/** The kept copy of a guide, with its date. */
async function paintGuide(gallery: Gallery, kiosk: Page): Promise<void> {
  await kiosk.getByText('办事指南').tap()
  await kiosk.getByRole('button', { name: /民政/ }).first().tap()
  await kiosk.locator('.rows button').first().tap()
  await says(kiosk, '的版本')
  await gallery.look(kiosk, 'kiosk-7-offline', { audience: 'public', kind: 'fixed' })
  await home(kiosk)
}

/** As if the numbers of its own were used up. */
async function dropNumbers(kiosk: Page): Promise<void> {
  await kiosk.evaluate(async () => {
    const opened = indexedDB.open('counter-kiosk')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const dropped = opened.result.transaction('leases', 'readwrite').objectStore('leases').clear()
    await new Promise((resolve) => dropped.addEventListener('success', resolve))
    opened.result.close()
  })
}
