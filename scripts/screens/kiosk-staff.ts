import { DeviceList } from '@counter/shared/contract/devices'
import type { Page } from 'playwright-core'
import { stands, tabTo } from '../acceptance/see.ts'
import { anything, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'

const PIN = '246813'

/** Five seconds on the clock, then the PIN. */
export async function paintStaff(gallery: Gallery, kiosk: Page): Promise<void> {
  const admin = await gallery.stage.signIn('admin')
  const { items } = required(await admin.get('/api/devices', DeviceList), 'the devices')
  const device = items.find(({ name }) => name === '取号机 1')?.deviceId
  required(await admin.command(`/api/devices/${device}/pin`, { pin: PIN }, anything), 'the PIN')
  await kiosk.reload()
  await stands(kiosk, 'K-1', 'open')
  const box = await kiosk.locator('.kiosk-head time').boundingBox()
  if (box === null) throw new Error('the kiosk shows no clock')
  await kiosk.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await kiosk.mouse.down()
  await stands(kiosk, 'K-10', 'pin')
  await kiosk.mouse.up()
  await gallery.kiosk(kiosk, '10-pin')
  await gallery.zoomed(kiosk, 'kiosk-10-pin')
  await tabTo(kiosk, '.pin-keys button:nth-child(2)')
  await kiosk.keyboard.press('Enter')
  await gallery.kiosk(kiosk, '10-pin-by-keys')
  await kiosk.getByRole('button', { name: '删一位' }).tap()
  for (const digit of PIN) await kiosk.getByRole('button', { name: digit, exact: true }).tap()
  await kiosk.getByRole('button', { name: '打开' }).tap()
  await stands(kiosk, 'K-10', 'open')
  await gallery.kiosk(kiosk, '10-staff')
  await gallery.zoomed(kiosk, 'kiosk-10-staff')
  await kiosk.getByText('停用这台机器').tap()
  await kiosk.getByText('回到首页').tap()
  await stands(kiosk, 'K-1', 'locked')
  await gallery.kiosk(kiosk, '1-locked')
  await kiosk.context().close()
}
