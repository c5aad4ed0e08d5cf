/** A village point without a network: what an agent has written is on the phone, and reaches the centre once. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { isCaseNumber } from '@counter/shared/vocabulary/number'
import type { BrowserContext, Page } from 'playwright-core'
import { scan } from '../scan.ts'
import { holds, partSays, partWords, says, stands } from '../see.ts'
import { SIZES, type Stage } from '../stage.ts'
import type { OfflineScenario, OfflineStory } from './offline.ts'
import { plainAmong, plainIn } from './phone-canaries.ts'
import { cameraPhoto, qrOn } from './phone-pictures.ts'
import { fillIn, photoOf } from './village.ts'
import { arrivedOnce, followsSlip } from './village-arrived.ts'
import { bookOfTheFirstVersion, hasDrafts, keptCommand } from './village-disk.ts'
import { carryToCentre } from './village-export.ts'
import { fileForKnown, fileInAMinute } from './village-minute.ts'
import { isTwoHoursAhead, twoHoursAheadOf } from './wrong-clock.ts'

/** The hall's time from here on; the pages' clocks have gone on from the stage's start. */
const HALL_AT = '2026-06-12T03:00:00.000Z'
const AGENT = 'v03'

/** What one scenario of the phone hands to the next. */
interface Phone {
  readonly context: BrowserContext
  page: Page
}
let phone: Phone | null = null
let slipQr = ''
const numbers: string[] = []
const asked: string[] = []

export const VILLAGE_OFFLINE: readonly OfflineScenario[] = [
  {
    title: '[S26, V27, V61, V87] a phone of the first version files a case without a network in nine taps',
    run: inAMinute,
  },
  {
    title: '[V42, V87] somebody of late is filed again with two presses in place of typing',
    run: theSamePerson,
  },
  {
    title:
      '[S28, U35, V27] camera-kill: the page goes under its camera; what was typed is there again, offline, and the next photo goes to the same paper',
    run: underTheCamera,
  },
  {
    title:
      '[V28, V65, V82, V98] offline-reload-not-white: a case logged without a network has its slip with its code, and is there in a new page',
    run: closedAndReopened,
  },
  {
    title:
      '[V3, V41, V77, V98] two-tabs-one-sender, clock-stops-nobody: a phone two hours ahead sends its case once, without a password',
    run: backOnline,
  },
  {
    title:
      '[V27, V28, V36, V79] a note that was half written when the page was killed is a draft, is carried in a file, and goes out once',
    run: halfANote,
  },
  {
    title: '[V41] a tab whose phone has a newer page open writes what was typed, and is over',
    run: outdated,
  },
]

async function inAMinute({ stage }: OfflineStory): Promise<void> {
  await stage.moveClock(HALL_AT)
  const context = await stage.openPhone(twoHoursAheadOf(HALL_AT))
  context.on('request', (request) => asked.push(request.url()))
  const page = await context.newPage()
  await bookOfTheFirstVersion(page, stage)
  await page.goto(`${stage.url}${await stage.enrolLink(AGENT)}`)
  await stage.signInOn(page, AGENT)
  await stands(page, 'V-1')
  await isReady(page)
  await hasDrafts(page, ['somebody'])
  await keptCommand(page)
  await context.setOffline(true)
  await says(page, /■ 离线/)
  await scan(page, 'V-1 offline', 'staff')
  numbers.push(await fileInAMinute(page))
  await page.close()
  const next = await openIn(context, stage, '/village/outbox')
  await partSays(next, 'v3.row', '最低生活保障审核确认')
  await scan(next, 'V-3 offline', 'staff')
  phone = { context, page: next }
}

async function theSamePerson(): Promise<void> {
  const { page } = inHand()
  await page.getByRole('link', { name: '首页' }).tap()
  numbers.push(await fileForKnown(page))
}

async function underTheCamera({ stage }: OfflineStory): Promise<void> {
  const { context, page } = inHand()
  await page.getByRole('link', { name: '首页' }).tap()
  await page.getByRole('link', { name: '＋ 帮群众办件' }).tap()
  await fillIn(page, await cameraPhoto(page))
  await page.getByLabel('组（可不填）').fill('东山组')
  const chooser = page.waitForEvent('filechooser')
  await page.getByLabel('拍照：注销登记表').tap()
  await chooser
  const { pathname } = new URL(page.url())
  await page.close()

  const next = await openIn(context, stage, pathname)
  inHand().page = next
  await stands(next, 'V-2', 'ready')
  equal(await next.getByLabel('姓名', { exact: true }).inputValue(), '示例丁')
  equal(await next.getByLabel('组（可不填）').inputValue(), '东山组')
  const paper = next.getByTestId('intake.material').filter({ hasText: '注销登记表' })
  await paper.getByText('已有 1 份').waitFor()
  await next.getByLabel('拍照：注销登记表').setInputFiles(await photoOf(next))
  await paper.getByText('已有 2 份').waitFor()

  // Somebody else may come in between: their form is another one, and this one waits among the drafts.
  await next.getByRole('link', { name: '首页' }).tap()
  await next.getByRole('link', { name: '＋ 帮群众办件' }).waitFor()
  await next.getByRole('link', { name: /草稿/ }).tap()
  await partSays(next, 'v1.draft', '示*丁')
  await next.getByTestId('v1.draft').getByRole('link').tap()
  await stands(next, 'V-2', 'ready')
}

async function closedAndReopened({ stage }: OfflineStory): Promise<void> {
  const { context, page } = inHand()
  await page.getByTestId('v2.save').tap()
  await says(page, /存好了。编号 \S+。离线也没关系，有网会自动发。/)
  await partSays(page, 'v2.slip', '已登记，待镇中心接收')
  const number = await partWords(page, 'v2.number')
  ok(isCaseNumber(number), number)
  numbers.push(number)
  await partSays(page, 'v1.strip', '3 件待发，有网自动发')
  // Tall enough that no bar that stays in sight lies over the code.
  await page.setViewportSize({ width: SIZES.phone.width, height: 4000 })
  slipQr = await qrOn(page.locator('.v-qr svg'))
  ok(slipQr.startsWith(`${stage.url}/c#`), slipQr)
  await page.close()
  const next = await openIn(context, stage, '/village/outbox')
  inHand().page = next
  await partSays(next, 'v3.row', '注销登记')
  await partSays(next, 'v3.row', '示*丁')
}

async function backOnline({ stage }: OfflineStory): Promise<void> {
  const { context, page } = inHand()
  const other = await openIn(context, stage, '/village/cases/0190aaaa-0000-7000-8000-000000000001')
  await says(other, '南塘村代办点')
  const sent: string[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/sync')) sent.push(String(request.postData()))
  })
  // As after a restart of the phone: its key, and no password, opens the way again (V3).
  await context.clearCookies()
  await context.setOffline(false)
  await page.locator('[data-testid="v3.row"][data-state="done"]').nth(2).waitFor()
  await scan(page, 'V-3 done', 'staff')
  await partSays(other, 'v1.strip', '都发出去了')
  equal(sent.join().split('"case.register"').length - 1, 3)
  await isTwoHoursAhead(page, sent, HALL_AT)
  await arrivedOnce(stage, page, numbers)
  await followsSlip(stage, slipQr, numbers.at(-1) ?? '')
  deepEqual(await plainIn(page), [])
}

async function halfANote({ stage }: OfflineStory): Promise<void> {
  const { context, page } = inHand()
  await page.getByRole('link', { name: '办件', exact: true }).tap()
  await page.getByText('示*丁').first().tap()
  await page.getByRole('link', { name: '写备注' }).tap()
  await page.getByLabel('备注内容').fill('户口簿下周一送来')
  await hasDrafts(page, ['somebody', /:note\.add:/])
  await page.close()
  await context.setOffline(true)

  const next = await openIn(context, stage, '/village')
  inHand().page = next
  await next.locator('[data-shelf="draft"] .v-figure', { hasText: '1' }).waitFor()
  await next.getByRole('link', { name: /草稿/ }).tap()
  await partSays(next, 'v1.draft', '都填好了，还没提交')
  await scan(next, 'V-1 drafts', 'staff')
  deepEqual(await plainIn(next), [])
  await next.getByTestId('v1.draft').getByRole('link').tap()
  equal(await next.getByLabel('备注内容').inputValue(), '户口簿下周一送来')
  await next.getByRole('button', { name: '存好，有网自动发' }).tap()
  await partSays(next, 'v1.strip', '1 件待发，有网自动发')
  await carryToCentre(stage, next)
  await context.setOffline(false)
  await partSays(next, 'v1.strip', '都发出去了')
  await hasDrafts(next, ['somebody'])
}

// A newer page is one that opens the phone's book in a newer form; nothing but the drafts of the old tab holds it up.
async function outdated({ stage }: OfflineStory): Promise<void> {
  const { context, page } = inHand()
  await page.getByRole('link', { name: '办件', exact: true }).tap()
  await page.getByText('示*丁').first().tap()
  await page.getByRole('link', { name: '写备注' }).tap()
  const newer = await context.newPage()
  await newer.goto(`${stage.url}/api/hall`)
  await page.getByLabel('备注内容').fill('户口簿已经送来')
  const drafts = await newer.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('counter-village', 99)
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const count = asked.result.transaction('drafts').objectStore('drafts').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  equal(drafts, 2)
  await page.getByText('另一页已换新版本').waitFor()
  deepEqual(plainAmong(asked), [])
  await context.close()
}

function inHand(): Phone {
  if (phone === null) throw new Error('no phone')
  return phone
}

async function openIn(context: BrowserContext, stage: Stage, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${stage.url}${path}`)
  await stage.enterPin(page)
  return page
}

/** The worker has the page, and the guides are on the phone: from here on it needs nobody. */
async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.waitForFunction(() =>
    ['SB-003', 'SB-006', 'MZ-001'].every(
      (code) => localStorage.getItem(`counter.copy /api/guide/${code}`) !== null,
    ),
  )
  await holds(page, async () => {
    const opened = indexedDB.open('counter-village')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const asked = opened.result.transaction('leases').objectStore('leases').count()
    await new Promise((resolve) => asked.addEventListener('success', resolve))
    opened.result.close()
    return asked.result > 0
  })
}
