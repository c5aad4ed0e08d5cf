/** The screens that the story did not pass by itself, and their sizes. */
import { deepEqual, equal } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { measureTargets, tooWide } from '../scan.ts'
import { partSays, partWords, says, stands } from '../see.ts'
import { SIZES, type Size, type Stage } from '../stage.ts'
import { type HallScenario, handedOn, openPhone, type Story } from '../story.ts'

/** Kiosks of screens.md 1.1 with their millimetres. */
const PORTRAIT = { size: SIZES.kiosk, mm: 4.03 }
const SMALL = { size: { width: 1366, height: 768 }, mm: 3.33 }
/** 1280 px at 200 % and 400 % (U45). */
const ZOOMED_WIDTHS = [640, 320]

export const SCREENS: readonly HallScenario[] = [
  { title: '[S6] a guide that nobody touches asks, and goes home by itself or stays', run: timeOut },
  { title: '[S9] progress, restoring and opinions are found at the kiosk', run: walkTheKiosk },
  { title: '[S7] the targets of the reference kiosk are large, apart and in reach', run: measurePortrait },
  { title: '[S7] the targets of a small landscape kiosk are large and apart', run: measureSmall },
  { title: '[S10] the guide stands on a phone of 320 pixels', run: readGuide },
  { title: '[U45] no screen must be scrolled sideways at 200 and 400 per cent', run: zoom },
]

async function timeOut({ stage, scan }: Story): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 4')
  await kiosk.clock.install()
  await openGuides(kiosk)
  await scan(kiosk, 'K-6', 'public')
  await kiosk.locator('.tiles button').first().tap()
  await scan(kiosk, 'K-6 unit', 'public')
  await kiosk.locator('.rows button').first().tap()
  await stands(kiosk, 'K-7', 'normal')
  await scan(kiosk, 'K-7', 'public')
  await kiosk.clock.fastForward(91_000)
  await stands(kiosk, 'K-9')
  await says(kiosk, '您还在吗？')
  await scan(kiosk, 'K-9', 'public')
  await kiosk.getByTestId('k9.stay').tap()
  await kiosk.locator('[data-screen="K-9"]').waitFor({ state: 'detached' })
  await stands(kiosk, 'K-7', 'normal')
  await kiosk.clock.fastForward(91_000)
  await stands(kiosk, 'K-9')
  await kiosk.clock.fastForward(21_000)
  await stands(kiosk, 'K-1')
  await close(kiosk)
}

async function walkTheKiosk({ stage, cases, scan }: Story): Promise<void> {
  const kiosk = await stage.devicePage('kiosk', '取号机 5')
  await kiosk.getByText('查进度').tap()
  await stands(kiosk, 'K-4')
  await scan(kiosk, 'K-4', 'public')
  for (const sign of handedOn(cases, 'notice').receipt.queryCode.replace('-', ''))
    await kiosk.getByRole('button', { name: sign, exact: true }).tap()
  await kiosk.getByText('查一下').tap()
  await partSays(kiosk, 'p2.todo', '要您做的事')
  await scan(kiosk, 'K-4 found', 'public')
  await kiosk.getByText('返回').tap()
  await kiosk.getByText('过号恢复').tap()
  await says(kiosk, '今天没有过号')
  await scan(kiosk, 'K-5', 'public')
  await kiosk.getByText('返回').tap()
  await kiosk.getByText('意见投诉').tap()
  await stands(kiosk, 'K-8')
  await scan(kiosk, 'K-8', 'public')
  await kiosk.getByText('English').tap()
  await says(kiosk, 'Call for help')
  await scan(kiosk, 'K-8 English', 'public')
  await close(kiosk)
}

async function measurePortrait({ stage, scan }: Story): Promise<void> {
  const kiosk = await measure(stage, PORTRAIT, '取号机 6')
  await kiosk.getByText('好的').click()
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByText('大字').click()
  await scan(kiosk, 'K-1 big', 'public')
  deepEqual(await measureTargets(kiosk, PORTRAIT.mm), [])
  await kiosk.getByText('高对比').click()
  await scan(kiosk, 'K-1 contrast', 'public')
  await close(kiosk)
}

async function measureSmall({ stage }: Story): Promise<void> {
  await close(await measure(stage, SMALL, '取号机 7'))
}

async function measure(stage: Stage, { size, mm }: { size: Size; mm: number }, name: string): Promise<Page> {
  const kiosk = await stage.devicePage('kiosk', name, size)
  await stands(kiosk, 'K-1', 'open')
  deepEqual(await measureTargets(kiosk, mm), [], 'K-1')
  await kiosk.getByTestId('k1.tile.social').click()
  await kiosk.locator('.frequent button').first().waitFor()
  deepEqual(await measureTargets(kiosk, mm), [], 'K-2')
  await kiosk.getByTestId('k2.take').click()
  await partWords(kiosk, 'k3.number')
  await says(kiosk, '小票出来了，请拿好')
  deepEqual(await measureTargets(kiosk, mm), [], 'K-3')
  return kiosk
}

async function readGuide({ stage, scan }: Story): Promise<void> {
  const phone = await stage.openPage('/guide/SB-003', { width: 320, height: 640 })
  await says(phone, '城乡居民基本养老保险注销登记')
  equal(await tooWide(phone), 0)
  await scan(phone, 'P-4', 'public')
  await close(phone)
}

async function zoom(story: Story): Promise<void> {
  const { stage, cases, scan } = story
  const { caseId, receipt } = handedOn(cases, 'notice')
  const signIn = await stage.openPage('/desk', SIZES.desk)
  await signIn.locator('input[name="username"]').waitFor()
  await scan(signIn, 'C-0', 'staff')
  const desk = await stage.staffPage('clerk3')
  await says(desk, '今天在哪个窗口办事？')
  await scan(desk, 'C-0 windows', 'staff')
  const supervisor = await stage.staffPage('supervisor', '/supervise')
  const unit = await stage.staffPage('mz', '/unit')
  await stands(unit, 'B-1')
  const pages: readonly (readonly [string, Page])[] = [
    ['C-0', signIn],
    ['C-0 windows', desk],
    ['C-1', story.desk1],
    ['L-1', supervisor],
    ['B-1', unit],
    ['P-2', await openPhone(story, receipt.link)],
  ]
  for (const [name, page] of pages) await narrow(name, page)
  await supervisor.goto(`${stage.url}/board`)
  await stands(supervisor, 'C-4', 'normal')
  await narrow('C-4', supervisor)
  await supervisor.goto(`${stage.url}/cases/${caseId}`)
  await stands(supervisor, 'C-3', 'normal')
  await narrow('C-3', supervisor)
  for (const [, page] of pages) if (page !== story.desk1) await close(page)
}

async function narrow(name: string, page: Page): Promise<void> {
  const before = page.viewportSize() ?? SIZES.desk
  for (const width of ZOOMED_WIDTHS) {
    await page.setViewportSize({ width, height: 480 })
    equal(await tooWide(page), 0, `${name} at ${width} px is too wide`)
  }
  await page.setViewportSize(before)
}

async function openGuides(kiosk: Page): Promise<void> {
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByText('办事指南').tap()
  await stands(kiosk, 'K-6', 'normal')
}

async function close(page: Page): Promise<void> {
  await page.context().close()
}
