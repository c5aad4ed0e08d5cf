import { DeviceList } from '@counter/shared/contract/devices'
import type { Page } from 'playwright-core'
import { partWords, says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import { anything, type Caller, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { callAndMiss, callAt, takeNumbers } from './residents.ts'

const PIN = '246813'

/** The kiosk, K-1 to K-11, in all states that it has while the server is there. */
export async function paintKiosk(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const door = await stage.openPage('/kiosk', SIZES.kiosk)
  await stands(door, 'enrol')
  await gallery.look(door, 'kiosk-0-enrol', { audience: 'public', kind: 'fixed' })
  const kiosk = await stage.devicePage('kiosk', '取号机 1')
  await stands(kiosk, 'K-1', 'open')
  await gallery.kiosk(kiosk, '1-home')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await stands(kiosk, 'K-2')
  await gallery.kiosk(kiosk, '2-nobody-ahead')
  await kiosk.getByText('返回').tap()
  await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 12)
  const clerk = await clerkAt(gallery, 1)
  await callAndMiss(stage, clerk, 1)
  await callAt(clerk, 1, true)
  await paintLooks(gallery, kiosk)
  await paintTicket(gallery, kiosk)
  await paintServices(gallery, kiosk)
  await paintStaff(gallery, kiosk)
  await paintSmall(gallery)
  await paintClosing(gallery)
}

async function clerkAt({ stage }: Gallery, window: number): Promise<Caller> {
  const clerk = await stage.signIn(`clerk${window}`)
  required(await clerk.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
  return clerk
}

async function paintLooks(gallery: Gallery, kiosk: Page): Promise<void> {
  await says(kiosk, '现在等候')
  await gallery.kiosk(kiosk, '1-waiting')
  await kiosk.getByText('大字').tap()
  await gallery.kiosk(kiosk, '1-big')
  await kiosk.getByText('高对比').tap()
  await gallery.kiosk(kiosk, '1-big-contrast')
  await kiosk.getByText('大字').tap()
  await kiosk.getByText('English').tap()
  await gallery.kiosk(kiosk, '1-contrast-english')
  await kiosk.getByText('High contrast').tap()
  await kiosk.getByTestId('k1.tile.social').tap()
  await stands(kiosk, 'K-2')
  await gallery.kiosk(kiosk, '2-english')
  await kiosk.getByText('中文').tap()
}

async function paintTicket(gallery: Gallery, kiosk: Page): Promise<void> {
  await gallery.kiosk(kiosk, '2-confirm')
  await kiosk.getByText('大字').tap()
  await gallery.kiosk(kiosk, '2-big')
  await kiosk.getByText('大字').tap()
  await holdBack(kiosk, async (release) => {
    await kiosk.getByTestId('k2.take').tap()
    await says(kiosk, '正在取号…')
    await gallery.kiosk(kiosk, '2-taking')
    release()
    await partWords(kiosk, 'k3.number')
  })
  await says(kiosk, '小票出来了')
  await gallery.kiosk(kiosk, '3-ticket')
  await kiosk.getByText('大字').tap()
  await gallery.kiosk(kiosk, '3-big')
  await kiosk.getByText('好的').tap()
  await gallery.stage.moveClock('2026-06-12T02:01:00.000Z')
  await kiosk.evaluate("window.__printStub = () => 'paper_out'")
  await kiosk.getByTestId('k1.tile.unsure').tap()
  await kiosk.getByTestId('k2.take-priority').tap()
  await says(kiosk, '没打出小票')
  await gallery.kiosk(kiosk, '3-no-paper')
  await kiosk.getByText('我记住了').tap()
  await says(kiosk, '没有纸了')
  await gallery.kiosk(kiosk, '1-no-paper')
  await kiosk.getByText('叫人帮忙').tap()
  await says(kiosk, '已经通知工作人员')
  await gallery.kiosk(kiosk, '1-help')
  await kiosk.evaluate("window.__printStub = () => 'printed'")
}

/** Answers of the server about a new number wait until they are let go. */
async function holdBack(kiosk: Page, act: (release: () => void) => Promise<void>): Promise<void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await kiosk.route('**/api/tickets', async (route) => {
    const response = await route.fetch()
    await released
    await route.fulfill({ response })
  })
  await act(release)
  await kiosk.unroute('**/api/tickets')
}

async function paintServices(gallery: Gallery, kiosk: Page): Promise<void> {
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
  await gallery.kiosk(kiosk, '10-check-in')
  for (const sign of '23456789') await kiosk.getByRole('button', { name: sign, exact: true }).tap()
  await kiosk.getByRole('button', { name: '签到', exact: true }).tap()
  await says(kiosk, '没找到预约')
  await gallery.kiosk(kiosk, '10-not-found')
  await home(kiosk)
}

async function home(kiosk: Page): Promise<void> {
  while ((await kiosk.locator('[data-screen="K-1"]').count()) === 0)
    await kiosk.getByText('返回').first().tap()
}

/** Five seconds on the clock, then the PIN. */
async function paintStaff(gallery: Gallery, kiosk: Page): Promise<void> {
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
  for (const digit of PIN) await kiosk.getByRole('button', { name: digit, exact: true }).tap()
  await kiosk.getByRole('button', { name: '打开' }).tap()
  await stands(kiosk, 'K-10', 'open')
  await gallery.kiosk(kiosk, '10-staff')
  await kiosk.getByText('停用这台机器').tap()
  await kiosk.getByText('回到首页').tap()
  await stands(kiosk, 'K-1', 'locked')
  await gallery.kiosk(kiosk, '1-locked')
  await kiosk.context().close()
}

async function paintSmall({ stage }: Gallery): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 8', { width: 1366, height: 768 })
  await stands(kiosk, 'K-1', 'open')
  await stage.screenshot(kiosk, 'kiosk-small-1-home')
  await kiosk.getByTestId('k1.tile.social').click()
  await kiosk.locator('.frequent button').first().waitFor()
  await stage.screenshot(kiosk, 'kiosk-small-2-confirm')
  await kiosk.getByTestId('k2.take').click()
  await says(kiosk, '小票出来了')
  await stage.screenshot(kiosk, 'kiosk-small-3-ticket')
  await kiosk.context().close()
}

/** The last half hour, and after it. */
async function paintClosing(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const admin = await stage.signIn('admin')
  const change = { value: false, reason: '正式开放' }
  required(await admin.command('/api/settings/hall.alwaysOpen', change, anything), 'the hall keeps hours')
  const notice = { text: '周五下午停电，请上午来办', fromOn: '2026-06-12', toOn: null, place: 1 }
  await admin.command('/api/notices', notice, anything)
  await stage.moveClock('2026-06-12T09:10:00.000Z')
  const kiosk = await stage.devicePage('kiosk', '取号机 9')
  await says(kiosk, '今天可能办不到您了')
  await gallery.kiosk(kiosk, '1-late')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await stands(kiosk, 'K-2', 'late')
  await gallery.kiosk(kiosk, '2-late')
  await kiosk.getByText('返回').tap()
  await stage.moveClock('2026-06-12T09:35:00.000Z')
  await stands(kiosk, 'K-1', 'closed')
  await gallery.kiosk(kiosk, '1-closed')
}
