/** Kiosk, wall and windows: from the tap to the call. */
import { deepEqual, equal, match } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { consult, next, noteF2 } from '../desk.ts'
import { tooTight, tooWide } from '../scan.ts'
import { logHas, partSays, partWords, says, stands } from '../see.ts'
import { type HallScenario, handedOn, openPhone, type Story } from '../story.ts'

const RELIEF = 'k1.tile.relief'
/** One kiosk gives one number in a few seconds (Q8), so each is taken some seconds after the one before. */
const TAKEN_AT = {
  first: '2026-06-12T01:40:10.000Z',
  second: '2026-06-12T01:40:20.000Z',
  third: '2026-06-12T01:40:30.000Z',
}

export const HALL: readonly HallScenario[] = [
  { title: '[S2] a priority number is taken in two taps, with a prefix of its own', run: takePriority },
  { title: '[S1] exactly two taps give a number, five people ahead, and its paper', run: takeInTwoTaps },
  { title: '[S3] five quick taps make one ticket', run: tapFiveTimes },
  { title: '[S4] without paper the number stays, and the window is warned', run: takeWithoutPaper },
  {
    title: '[S17] a held F2 calls one person, never before the answer, and Ctrl+Z takes it back',
    run: callWithF2,
  },
  { title: '[S11] a call reaches wall and voice, and the window sees that it did', run: hearTheCall },
  { title: '[S2, S18] four more calls keep the bounded order, and the window can say why', run: callInOrder },
  { title: '[S14] the phone follows its number from three ahead to the window', run: followOnThePhone },
]

async function takePriority({ kiosk, scan }: Story): Promise<void> {
  await stands(kiosk, 'K-1', 'open')
  await scan(kiosk, 'K-1', 'public')
  await kiosk.getByTestId(RELIEF).tap()
  await stands(kiosk, 'K-2')
  await scan(kiosk, 'K-2', 'public')
  await kiosk.getByTestId('k2.take-priority').tap()
  match(await partWords(kiosk, 'k3.number'), /^优先 \d{3}$/)
  await kiosk.getByText('好的').tap()
}

async function takeInTwoTaps(story: Story): Promise<void> {
  const { stage, kiosk, scan, phones } = story
  await stage.moveClock(TAKEN_AT.first)
  await stands(kiosk, 'K-1', 'open')
  const before = await taps(kiosk)
  await kiosk.getByTestId(RELIEF).tap()
  const answered = kiosk.waitForResponse((response) => response.url().endsWith('/api/tickets'))
  await kiosk.getByTestId('k2.take').tap()
  const number = await partWords(kiosk, 'k3.number')
  match(number, /^综 \d{3}$/)
  equal(await taps(kiosk), before + 2)
  await partSays(kiosk, 'k3.ahead', '前面还有 5 人')
  await logHas(kiosk, '__printLog', number)
  equal(await printsOf(kiosk, number), 1)
  await scan(kiosk, 'K-3', 'public')
  const { link } = IssuedTicket.parse(await (await answered).json())
  phones.set('ticket', await openPhone(story, link))
  await kiosk.getByText('好的').tap()
}

async function tapFiveTimes({ stage, kiosk }: Story): Promise<void> {
  await stage.moveClock(TAKEN_AT.second)
  await stands(kiosk, 'K-1', 'open')
  const ids = new Set<unknown>()
  await kiosk.route('**/api/tickets', async (route) => {
    ids.add(Reflect.get(route.request().postDataJSON(), 'commandId'))
    const answer = await route.fetch()
    await says(kiosk, '正在取号…')
    equal(await kiosk.getByTestId('k2.take').getAttribute('aria-disabled'), 'true')
    await tapped
    await route.fulfill({ response: answer })
  })
  await kiosk.getByTestId(RELIEF).tap()
  const take = kiosk.getByTestId('k2.take')
  const tapped = tapTimes(take, 5)
  await tapped
  match(await partWords(kiosk, 'k3.number'), /^综 \d{3}$/)
  await kiosk.unroute('**/api/tickets')
  equal(ids.size, 1)
  await kiosk.getByText('好的').tap()
}

async function takeWithoutPaper({ stage, kiosk, desk1, scan }: Story): Promise<void> {
  await stage.moveClock(TAKEN_AT.third)
  await stands(kiosk, 'K-1', 'open')
  await kiosk.evaluate("window.__printStub = () => 'paper_out'")
  await kiosk.getByTestId(RELIEF).tap()
  await kiosk.getByTestId('k2.take').tap()
  await says(kiosk, '没打出小票，号码有效，请记住')
  await kiosk.getByTestId('k3.qr').waitFor()
  await scan(kiosk, 'K-3 without paper', 'public')
  await says(desk1, '取号机 1 没有纸了')
  await scan(desk1, 'C-1 idle', 'staff')
  await kiosk.evaluate("window.__printStub = () => 'printed'")
  await kiosk.getByText('我记住了').tap()
  await desk1.getByText('已处理').click()
}

async function callWithF2({ desk1, wall }: Story): Promise<void> {
  await stands(desk1, 'C-1', 'idle')
  // The server's answer is held back until the desk has been looked at.
  await desk1.route('**/api/windows/1/next', async (route) => {
    const answer = await route.fetch()
    await says(desk1, '正在叫号…')
    equal(await desk1.getByTestId('desk.number').count(), 0)
    await route.fulfill({ response: answer })
  })
  await desk1.keyboard.down('F2')
  await desk1.keyboard.down('F2')
  await desk1.keyboard.down('F2')
  await desk1.keyboard.up('F2')
  await noteF2(desk1)
  await stands(desk1, 'C-1', 'called')
  await desk1.unroute('**/api/windows/1/next')
  equal(await partWords(desk1, 'desk.number'), '综 001')
  await partSays(wall, 'wall.row', /综\s*001/)
  await desk1.keyboard.press('Control+z')
  await stands(desk1, 'C-1', 'idle')
  await wall.getByTestId('wall.row').filter({ hasText: '001' }).waitFor({ state: 'detached' })
}

async function hearTheCall({ desk1, wall, scan }: Story): Promise<void> {
  await next(desk1)
  equal(await partWords(desk1, 'desk.number'), '综 001')
  await partSays(wall, 'wall.row', /综\s*001[\s\S]*1 号窗口/)
  await scan(wall, 'W-1', 'public')
  await partSays(desk1, 'desk.wall-ack', '大屏已显示 ✓ 已播报 ✓')
  await logHas(wall, '__voiceLog', '请 综合 零零一 号，到 一号窗口 办理。')
  await scan(desk1, 'C-1 called', 'staff')
  await consult(desk1)
}

async function callInOrder({ desk1 }: Story): Promise<void> {
  await next(desk1)
  match(await partWords(desk1, 'desk.number'), /^优先 /)
  await desk1.getByTestId('desk.why').locator('summary').click()
  // Its own key, and that of the one before it: 09:25 and the head start of 20 minutes.
  await partSays(desk1, 'desk.why', '09:40')
  await partSays(desk1, 'desk.why', '09:45')
  await consult(desk1)
  for (const number of ['综 002', '综 003', '综 004']) {
    await next(desk1)
    equal(await partWords(desk1, 'desk.number'), number)
    await consult(desk1)
  }
}

async function followOnThePhone({ desk1, phones, scan }: Story): Promise<void> {
  const phone = handedOn(phones, 'ticket')
  await partSays(phone, 'p1.line', '快到您了，请到大厅')
  await scan(phone, 'P-1 soon', 'public')
  // A web view may enlarge all type by four tenths.
  await phone.evaluate(() => document.documentElement.style.setProperty('font-size', '140%'))
  deepEqual(await tooTight(phone), [])
  equal(await tooWide(phone), 0)
  await phone.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await next(desk1)
  equal(await partWords(desk1, 'desk.number'), '综 005')
  await partSays(phone, 'p1.line', '请到 1 号窗口')
  await scan(phone, 'P-1 called', 'public')
}

async function taps(page: Page): Promise<number> {
  return page.evaluate(() => {
    const known = Reflect.get(window, 'countedTaps')
    if (typeof known === 'number') return known
    Reflect.set(window, 'countedTaps', 0)
    addEventListener(
      'pointerup',
      () => Reflect.set(window, 'countedTaps', Reflect.get(window, 'countedTaps') + 1),
      true,
    )
    return 0
  })
}

async function printsOf(page: Page, number: string): Promise<number> {
  return page.evaluate((wanted) => {
    const log: { number: string }[] = Reflect.get(window, '__printLog') ?? []
    return log.filter((line) => line.number === wanted).length
  }, number)
}

async function tapTimes(target: ReturnType<Page['getByTestId']>, times: number): Promise<void> {
  for (let done = 0; done < times; done++) await target.tap({ force: true, noWaitAfter: true })
}
