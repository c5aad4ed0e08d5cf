import { says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import type { Gallery } from './gallery.ts'
import { home } from './kiosk-services.ts'
import { acceptCases, callAndMiss, takeNumbers, tellWaits } from './residents.ts'

/** Each public page at 200 per cent (1.4.4, U45). K-10 has its own in the kiosk's pictures. */
export async function paintZoom(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  await tellWaits(stage)
  const link = await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 8)
  const clerk = await stage.signIn('clerk1')
  await clerk.command('/api/windows/1/open', {}, { parse: () => true })
  await callAndMiss(stage, clerk, 1)
  await paintKioskZoom(gallery)
  const [accepted, withNotice] = await acceptCases(clerk)
  for (const [name, address] of [
    ['1-enter', '/t'],
    ['1-own', link],
    ['2-case', accepted?.receipt?.link ?? '/c'],
    ['2-notice', withNotice?.receipt?.link ?? '/c'],
    ['4-guide', '/guide/MZ-001'],
    ['6-topic', '/book'],
  ] as const) {
    const { pathname, hash } = new URL(address, stage.url)
    const page = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
    await page.locator('[data-screen^="P-"]').first().waitFor()
    await page.getByRole('heading').first().waitFor()
    await page.waitForFunction(() => document.querySelector('[data-light="red"]') === null)
    await gallery.zoomed(page, `phone-${name}`)
    await page.context().close()
  }
}

async function paintKioskZoom(gallery: Gallery): Promise<void> {
  const kiosk = await gallery.stage.devicePage('kiosk', '取号机 1')
  await says(kiosk, /大约等/)
  await says(kiosk, '6月12日')
  await gallery.zoomed(kiosk, 'kiosk-1-home')
  for (const [button, name] of [
    ['办事指南', '6-units'],
    ['预约签到', 'booked'],
    ['查进度', '4-progress'],
    ['过号恢复', '5-missed'],
    ['意见投诉', '8-opinion'],
  ] as const) {
    await kiosk.getByText(button).tap()
    await kiosk.locator('h1').waitFor()
    await gallery.zoomed(kiosk, `kiosk-${name}`)
    await home(kiosk)
  }
  await kiosk.getByText('办事指南').tap()
  await kiosk.getByRole('button', { name: /民政/ }).first().tap()
  await kiosk.locator('.rows button').first().tap()
  await stands(kiosk, 'K-7', 'normal')
  await gallery.zoomed(kiosk, 'kiosk-7-guide')
  await home(kiosk)
  await kiosk.getByTestId('k1.tile.relief').tap()
  await stands(kiosk, 'K-2')
  await gallery.zoomed(kiosk, 'kiosk-2-confirm')
  await kiosk.getByTestId('k2.take').tap()
  await says(kiosk, '小票出来了')
  await gallery.zoomed(kiosk, 'kiosk-3-ticket')
  await kiosk.context().close()
}
