/** The kiosk survives the server: one outage after another, with every paper followed to its call. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { anything, type Caller, required } from '../../api/caller.ts'
import { scan } from '../scan.ts'
import { holds, says, stands } from '../see.ts'
import { SIZES, type Stage } from '../stage.ts'
import type { Scenario } from '../tell.ts'

/** The papers of one kiosk in the order in which they came out. */
export interface Papers {
  readonly name: string
  page: Page
  readonly numbers: string[]
}

export interface OfflineStory {
  readonly stage: Stage
  readonly kiosks: Papers[]
  /** The kiosk whose browser has a profile on the disk. */
  profile: BrowserContext | null
}

export type OfflineScenario = Scenario<OfflineStory>

/**
 * The hall's times lie two minutes after the pages' start (09:40, running on), so a page's clock is within the five
 * minutes of Q48 on a machine that needs seconds for this story as on one that needs seven minutes.
 */
const AT = {
  back: '2026-06-12T01:42:00.000Z',
  unanswered: '2026-06-12T01:42:10.000Z',
  ordinary: '2026-06-12T01:42:20.000Z',
  killed: '2026-06-12T01:42:30.000Z',
  backAgain: '2026-06-12T02:20:00.000Z',
}
const HOUR_MS = 3_600_000

export const OFFLINE: readonly OfflineScenario[] = [
  {
    title:
      '[S5] with the network cut a kiosk gives 901 and 902, guides open, and both are in line afterwards',
    run: cutOff,
  },
  {
    title: '[Q49] a create that was committed but not answered gives way to the paper',
    run: unanswered,
  },
  {
    title:
      '[Q47, Q48, K43] killed while four kiosks issue, the server finds every paper once, in kiosk order',
    run: fourKiosks,
  },
]

async function cutOff({ stage, kiosks }: OfflineStory): Promise<void> {
  const kiosk = await openKiosk(stage, '取号机 1')
  kiosks.push(kiosk)
  const { page } = kiosk
  await page.waitForFunction(() => localStorage.getItem('counter.copy /api/guide/MZ-001') !== null)
  await stage.kill()
  await says(page, '▲ 网络断开，仍可取号')
  await page.getByTestId('k1.tile.relief').tap()
  await says(page, '▲ 离线取号，号码有效')
  await scan(page, 'K-2 offline', 'public')
  await page.getByTestId('k2.take').tap()
  await says(page, '应急号，按取号时间排队')
  await scan(page, 'K-3 offline', 'public')
  await noteNumber(kiosk)
  await take(kiosk)
  deepEqual(kiosk.numbers, ['应急 901', '应急 902'])
  await page.getByText('办事指南').tap()
  await page.getByRole('button', { name: /民政/ }).first().tap()
  await page.locator('.rows button').first().tap()
  await stands(page, 'K-7', 'normal')
  await says(page, '这是 6月12日 的版本')
  await page.getByText('返回').first().tap()
  await stage.restart(AT.back)
  await stands(page, 'K-6')
  await home(page)
  await stands(page, 'K-1', 'open')
  deepEqual(await callAll(stage), kiosk.numbers)
}

async function unanswered({ stage, kiosks: [kiosk] }: OfflineStory): Promise<void> {
  if (kiosk === undefined) throw new Error('no kiosk')
  const { page } = kiosk
  kiosk.numbers.length = 0
  await stage.moveClock(AT.unanswered)
  let committed = ''
  // The repeats of the create get no further than the cable.
  await page.route('**/api/tickets', (route) => route.abort())
  await page.route(
    '**/api/tickets',
    async (route) => {
      const answer = await route.fetch()
      committed = Reflect.get(await answer.json(), 'number')
      await route.abort()
    },
    { times: 1 },
  )
  await take(kiosk)
  await page.unroute('**/api/tickets')
  ok(committed.startsWith('综'), committed)
  equal(kiosk.numbers[0]?.startsWith('应急'), true)
  await stands(page, 'K-1', 'open')
  deepEqual(await callAll(stage), kiosk.numbers)
}

async function fourKiosks(story: OfflineStory): Promise<void> {
  const { stage, kiosks } = story
  const [first] = kiosks
  if (first === undefined) throw new Error('no kiosk')
  first.numbers.length = 0
  const second = await openKiosk(stage, '取号机 2')
  story.profile = await stage.openProfile('取号机 3')
  const third: Papers = {
    name: '取号机 3',
    page: await stage.enrolIn(story.profile, '取号机 3'),
    numbers: [],
  }
  await isReady(third.page)
  // As after its first evening: the browser has had the time to write its worker to the disk.
  await story.profile.close()
  story.profile = await reopen(stage, third)
  await isReady(third.page)
  const wrong: Papers = {
    name: '取号机 4',
    page: await stage.kioskWithClock('取号机 4', HOUR_MS),
    numbers: [],
  }
  await isReady(wrong.page)
  kiosks.push(second, third, wrong)

  await stage.moveClock(AT.ordinary)
  for (const kiosk of kiosks) await take(kiosk)
  await stage.moveClock(AT.killed)
  // The presses are on their way when the server dies; nobody knows which of them it has heard.
  const pressed = kiosks.map((kiosk) => take(kiosk))
  await stage.kill()
  await Promise.all(pressed)
  for (const kiosk of kiosks) await take(kiosk)

  await second.page.reload()
  await stands(second.page, 'K-1', 'offline')
  await take(second)
  await crash(story.profile)
  story.profile = await reopen(stage, third)
  await stands(third.page, 'K-1', 'offline')
  await take(third)
  await take(first)

  await stage.restart(AT.backAgain)
  for (const { page } of kiosks) await stands(page, 'K-1', 'open')
  const called = await callAll(stage)
  const papers = kiosks.flatMap(({ numbers }) => numbers)
  deepEqual([...called].sort(), [...papers].sort())
  equal(new Set(called).size, called.length)
  for (const { name, numbers } of kiosks)
    deepEqual([name, called.filter((number) => numbers.includes(number))], [name, numbers])
  // An hour wrong, so its time is that of the return: behind all whose time could be believed.
  const untrusted = wrong.numbers.filter((number) => number.startsWith('应急'))
  ok(untrusted.length > 0)
  const lastTrusted = first.numbers.at(-1) ?? ''
  ok(called.indexOf(untrusted[0] ?? '') > called.indexOf(lastTrusted))
}

/** A new browser on the profile of this kiosk, at its page. */
async function reopen(stage: Stage, kiosk: Papers): Promise<BrowserContext> {
  const profile = await stage.openProfile(kiosk.name)
  kiosk.page = await profile.newPage()
  await kiosk.page.goto(`${stage.url}/kiosk`)
  return profile
}

// As a power cut: the browser has no time to write anything.
async function crash(profile: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => profile.once('close', resolve))
  const session = await profile.browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('the profile has no browser')
  session.send('Browser.crash').catch(() => undefined)
  await gone
}

async function openKiosk(stage: Stage, name: string): Promise<Papers> {
  const page = await stage.devicePage('kiosk', name, SIZES.kiosk)
  await isReady(page)
  return { name, page, numbers: [] }
}

/** Lent numbers on its disk and its page in the worker: from here on it needs nobody. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await holds(page, async () => {
    const opened = indexedDB.open('counter-kiosk')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const asked = opened.result.transaction('leases').objectStore('leases').count()
    await new Promise((resolve) => asked.addEventListener('success', resolve))
    opened.result.close()
    return asked.result > 0
  })
  await stands(page, 'K-1', 'open')
}

async function take(kiosk: Papers): Promise<void> {
  const { page } = kiosk
  await page.getByTestId('k1.tile.relief').tap()
  await page.getByTestId('k2.take').tap()
  await noteNumber(kiosk)
}

/** Notes the number of a paper that has come out, and goes home. */
async function noteNumber({ page, numbers }: Papers): Promise<void> {
  await says(page, /小票出来了/)
  const number = ((await page.getByTestId('k3.number').textContent()) ?? '').trim()
  const printed = await page.evaluate(() => Reflect.get(window, '__printLog') as { number: string }[])
  equal(printed.filter((line) => line.number === number).length, 1)
  numbers.push(number)
  await page.getByText('好的').tap()
}

async function home(page: Page): Promise<void> {
  while ((await page.locator('[data-screen="K-1"]').count()) === 0) await page.getByText('返回').first().tap()
}

/** Every number as window 1 calls it, until nobody waits. */
async function callAll(stage: Stage): Promise<string[]> {
  const clerk = await stage.signIn('clerk1')
  await clerk.command('/api/windows/1/open', {}, anything)
  const called: string[] = []
  for (let body = {}; ; body = { finish: { outcome: 'consulted', isLateEntry: false } }) {
    const ticket = await nextOf(clerk, body)
    if (ticket === null) return called
    called.push(ticket.number)
    required(await clerk.command(`/api/tickets/${ticket.id}/start`, {}, anything), `start ${ticket.number}`)
  }
}

async function nextOf(clerk: Caller, body: object): Promise<{ id: string; number: string } | null> {
  const reply = await clerk.command('/api/windows/1/next', body, anything)
  if (!reply.ok && reply.code === 'queue.empty') return null
  return (required(reply, 'next') as { ticket: { id: string; number: string } | null }).ticket
}
