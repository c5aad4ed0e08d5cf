import type { Page } from 'playwright-core'
import { partWords, says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import { anything, type Caller, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { paintServices, paintTimeOut } from './kiosk-services.ts'
import { paintStaff } from './kiosk-staff.ts'
import { callAndMiss, callAt, takeNumbers, tellWaits } from './residents.ts'

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
  await tellWaits(stage)
  await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 12)
  const clerk = await clerkAt(gallery, 1)
  await callAndMiss(stage, clerk, 1)
  await callAt(clerk, 1, true)
  await paintLooks(gallery, kiosk)
  await paintTicket(gallery, kiosk)
  await paintServices(gallery, kiosk)
  await paintStaff(gallery, kiosk)
  await paintTimeOut(gallery)
  await paintSmall(gallery)
  await paintClosing(gallery)
}

async function clerkAt({ stage }: Gallery, window: number): Promise<Caller> {
  const clerk = await stage.signIn(`clerk${window}`)
  required(await clerk.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
  return clerk
}

async function paintLooks(gallery: Gallery, kiosk: Page): Promise<void> {
  await says(kiosk, /大约等/)
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

async function paintSmall(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const kiosk = await stage.devicePage('kiosk', '取号机 8', { width: 1366, height: 768 })
  await stands(kiosk, 'K-1', 'open')
  await says(kiosk, '6月12日')
  await gallery.small(kiosk, '1-home')
  await kiosk.getByTestId('k1.tile.social').click()
  await kiosk.locator('.frequent button').first().waitFor()
  await gallery.small(kiosk, '2-confirm')
  await kiosk.getByTestId('k2.take').click()
  await says(kiosk, '小票出来了')
  await gallery.small(kiosk, '3-ticket')
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
  await says(kiosk, '17:10')
  await gallery.kiosk(kiosk, '1-late')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await stands(kiosk, 'K-2', 'late')
  await gallery.kiosk(kiosk, '2-late')
  await kiosk.getByText('返回').tap()
  await stage.moveClock('2026-06-12T09:35:00.000Z')
  await stands(kiosk, 'K-1', 'closed')
  await says(kiosk, '17:35')
  await gallery.kiosk(kiosk, '1-closed')
}
