import type { Page } from 'playwright-core'
import { says, stands } from '../acceptance/see.ts'
import type { Gallery } from './gallery.ts'

/** K-4 to K-8, and who has booked. */
export async function paintServices(gallery: Gallery, kiosk: Page): Promise<void> {
  await kiosk.getByText('查进度').tap()
  await stands(kiosk, 'K-4')
  await gallery.kiosk(kiosk, '4-progress')
  for (const sign of '22222222') await kiosk.getByRole('button', { name: sign, exact: true }).tap()
  await kiosk.getByText('查一下').tap()
  await says(kiosk, '没找到')
  await gallery.kiosk(kiosk, '4-not-found')
  await kiosk.getByText('返回').tap()
  await kiosk.getByText('过号恢复').tap()
  await stands(kiosk, 'K-5')
  await gallery.kiosk(kiosk, '5-missed')
  await kiosk.locator('.tiles button').first().tap()
  await says(kiosk, '恢复排队？')
  await gallery.kiosk(kiosk, '5-ask')
  await kiosk.getByTestId('k5.restore').tap()
  await stands(kiosk, 'K-5', 'done')
  await gallery.kiosk(kiosk, '5-done')
  await kiosk.getByText('返回').tap()
  await kiosk.getByText('办事指南').tap()
  await stands(kiosk, 'K-6', 'normal')
  await gallery.kiosk(kiosk, '6-units')
  await kiosk.getByRole('button', { name: /民政/ }).first().tap()
  await gallery.look(kiosk, 'kiosk-6-guides', { audience: 'public', kind: 'fixed' })
  await kiosk.locator('.rows button').first().tap()
  await stands(kiosk, 'K-7', 'normal')
  await gallery.look(kiosk, 'kiosk-7-guide', { audience: 'public', kind: 'fixed' })
  await home(kiosk)
  await kiosk.getByText('意见投诉').tap()
  await gallery.kiosk(kiosk, '8-opinion')
  await home(kiosk)
  await kiosk.getByText('预约签到').tap()
  await gallery.kiosk(kiosk, 'booked')
  for (const sign of '23456789') await kiosk.getByRole('button', { name: sign, exact: true }).tap()
  await kiosk.getByRole('button', { name: '签到', exact: true }).tap()
  await says(kiosk, '没找到预约')
  await gallery.kiosk(kiosk, 'booked-not-found')
  await home(kiosk)
}

export async function home(kiosk: Page): Promise<void> {
  while ((await kiosk.locator('[data-screen="K-1"]').count()) === 0)
    await kiosk.getByText('返回').first().tap()
}

/** K-9: a guide that nobody touches for ninety seconds. */
export async function paintTimeOut(gallery: Gallery): Promise<void> {
  const kiosk = await gallery.stage.devicePage('kiosk', '取号机 4')
  await kiosk.clock.install()
  await kiosk.getByText('办事指南').tap()
  await stands(kiosk, 'K-6', 'normal')
  await kiosk.clock.fastForward(91_000)
  await stands(kiosk, 'K-9')
  await gallery.look(kiosk, 'kiosk-9-still-there', { audience: 'public', kind: 'fixed' })
  await kiosk.context().close()
}
