/** Papers: the same picture from a printer in the network and from the browser, and what happens when there is none. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { Hall, IssuedTicket } from '@counter/shared/contract/hall'
import { Printers } from '@counter/shared/contract/paper'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Page } from 'playwright-core'
import { PAPER_END, startTcpPrinter, type TcpPrinter } from '../../../counter-server/test/tcp-printer.ts'
import { anything, required } from '../../api/caller.ts'
import { pictureOf, qrOf, readPdf, tallestInk } from '../paper.ts'
import type { scan } from '../scan.ts'
import { partSays, says, saysNoMore, stands } from '../see.ts'
import type { Stage } from '../stage.ts'
import type { Scenario } from '../tell.ts'

/** What the papers' scenarios stand on: a hall with one window at work. */
export interface PaperStory {
  readonly stage: Stage
  readonly desk: Page
  readonly scan: typeof scan
}

export type PaperScenario = Scenario<PaperStory>

export const PAPER: readonly PaperScenario[] = [
  {
    title: '[Q44, U30] a printer in the network puts out the whole slip, on both rolls, and its code opens',
    run: printInTheNetwork,
  },
  {
    title: '[U47] the browser prints the same slip on one page, and nothing is cut off',
    run: printByBrowser,
  },
  {
    title: "[U18, Q44] a number given at the desk comes out of the desk's own printer, and again when asked",
    run: printAtTheDesk,
  },
  {
    title: '[S4, Q45] without paper the number stays; staff put paper in at the kiosk and the warnings go',
    run: changePaper,
  },
  {
    title: '[Q44] signs that cannot be fetched come out in another font, and the paper comes',
    run: printWithoutSigns,
  },
]

const PIN = '246813'
const DOTS_PER_MM = 8
const DIGITS_MM = { 58: 15, 80: 20 } as const
const LONGEST_MM = { 58: 120, 80: 110 } as const

interface PaperKiosk {
  readonly kiosk: Page
  set(printer: object): Promise<void>
  take(cls?: 'k2.take' | 'k2.take-priority'): Promise<IssuedTicket>
}

async function openKiosk({ stage }: PaperStory, name: string): Promise<PaperKiosk> {
  const kiosk = await stage.devicePage('kiosk', name)
  const admin = await stage.signIn('admin')
  const { items } = required(await admin.get('/api/printers', Printers), 'the printers')
  const place = items.find((each) => each.name === name)?.place
  if (place === undefined || !('device' in place)) throw new Error(`${name} is not among the printers`)
  required(await admin.command(`/api/devices/${place.device}/pin`, { pin: PIN }, anything), 'the PIN')
  return {
    kiosk,
    async set(printer) {
      required(await admin.command('/api/printers', { place, printer }, anything), 'the printer')
      const known = kiosk.waitForResponse((response) => response.url().endsWith('/api/printers/own'))
      await kiosk.reload()
      await known
    },
    async take(cls = 'k2.take') {
      // One kiosk gives one number in three seconds (Q8), and this clock stands still.
      const { serverNow } = required(await admin.get('/api/hall', Hall), 'the hall')
      await stage.moveClock(instantOf(toMs(serverNow) + 10_000))
      await stands(kiosk, 'K-1', 'open')
      const answered = kiosk.waitForResponse((response) => response.url().endsWith('/api/tickets'))
      await kiosk.getByTestId('k1.tile.relief').tap()
      await kiosk.getByTestId(cls).tap()
      return IssuedTicket.parse(await (await answered).json())
    },
  }
}

function networkOf({ port }: TcpPrinter, width: 58 | 80) {
  return { kind: 'network', host: '127.0.0.1', port, width }
}

async function printInTheNetwork(story: PaperStory): Promise<void> {
  const printer = await startTcpPrinter()
  const { kiosk, set, take } = await openKiosk(story, '取号机 5')
  for (const [width, cls] of [
    [80, 'k2.take'],
    [58, 'k2.take-priority'],
  ] as const) {
    await set(networkOf(printer, width))
    const before = printer.papers.length
    const ticket = await take(cls)
    await says(kiosk, '小票出来了，请拿好')
    equal(printer.papers.length, before + 1)
    const paper = printer.papers[before]
    if (paper === undefined) throw new Error('the tray is empty')
    const picture = pictureOf(paper)
    equal(qrOf(picture), ticket.link)
    ok(paper.height <= LONGEST_MM[width] * DOTS_PER_MM)
    ok(tallestInk(picture, picture.width / 2, picture.width) >= DIGITS_MM[width] * DOTS_PER_MM)
    await kiosk.getByText('再打一张').tap()
    await says(kiosk, '小票出来了，请拿好')
    equal(printer.papers.length, before + 2)
    await kiosk.getByText('好的').tap()
  }
  deepEqual(printer.strange, [])
  await printer.close()
  await kiosk.close()
}

async function printWithoutSigns(story: PaperStory): Promise<void> {
  const printer = await startTcpPrinter()
  const { kiosk, set, take } = await openKiosk(story, '取号机 8')
  await kiosk.route('**/*.woff2', (route) => route.abort())
  await set(networkOf(printer, 80))
  const ticket = await take()
  await says(kiosk, '小票出来了，请拿好')
  const [paper] = printer.papers
  if (paper === undefined) throw new Error('the tray is empty')
  equal(qrOf(pictureOf(paper)), ticket.link)
  await kiosk.close()
  await printer.close()
}

async function printByBrowser(story: PaperStory): Promise<void> {
  const { kiosk, set, take } = await openKiosk(story, '取号机 6')
  for (const width of [80, 58] as const) {
    await set({ kind: 'browser', width })
    const ticket = await take()
    await says(kiosk, '小票出来了，请拿好')
    const page = readPdf(await kiosk.pdf({ preferCSSPageSize: true, printBackground: true }))
    equal(page.pages, 1)
    ok(Math.abs(page.widthMm - width) < 0.5)
    const { left, bottom, width: across, height } = page.box
    ok(left >= 0 && bottom >= -0.2 && left + across <= page.widthMm && bottom + height <= page.heightMm + 0.2)
    equal(qrOf(page.picture), ticket.link)
    const dotsPerMm = page.picture.height / height
    const digits = tallestInk(page.picture, page.picture.width / 2, page.picture.width)
    ok(digits / dotsPerMm >= DIGITS_MM[width])
    await kiosk.getByText('好的').tap()
    equal(await kiosk.locator('.slip').count(), 0)
  }
  await kiosk.close()
}

async function printAtTheDesk({ stage }: PaperStory): Promise<void> {
  const printer = await startTcpPrinter()
  const admin = await stage.signIn('admin')
  const setting = { place: { window: 3 }, printer: networkOf(printer, 80) }
  required(await admin.command('/api/printers', setting, anything), 'the printer of window 3')
  const desk = await stage.deskPage(3)
  await stands(desk, 'C-1')
  await desk.keyboard.press('Control+k')
  await desk.keyboard.type('qh')
  await desk.keyboard.press('Enter')
  await partSays(desk, 'desk.slip', '小票打出来了，请交给本人')
  equal(printer.papers.length, 1)
  const sent = desk.waitForResponse((response) => response.url().endsWith('/send'))
  await desk.getByTestId('desk.slip').getByRole('button', { name: '补打' }).click()
  await sent
  await partSays(desk, 'desk.slip', '小票打出来了，请交给本人')
  const [first, second] = printer.papers.map(pictureOf)
  if (first === undefined || second === undefined) throw new Error('the tray is empty')
  equal(qrOf(first), qrOf(second))
  await printer.close()
  await desk.close()
}

async function changePaper(story: PaperStory): Promise<void> {
  const printer = await startTcpPrinter({ status: PAPER_END })
  const { kiosk, set, take } = await openKiosk(story, '取号机 7')
  await set(networkOf(printer, 80))
  const ticket = await take()
  await says(kiosk, '没打出小票，号码有效，请记住')
  await says(kiosk, ticket.number)
  await kiosk.getByTestId('k3.qr').waitFor()
  await says(story.desk, '取号机 7 没有纸了')
  equal(printer.papers.length, 0)
  await kiosk.getByText('我记住了').tap()
  await says(kiosk, '▲ 没有纸了，取号后请记住号码或扫码')
  await openStaffPage(kiosk)
  await story.scan(kiosk, 'K-10', 'public')
  printer.manner.status = { online: 0x12, cause: 0x12, paper: 0x12, done: 0 }
  await kiosk.getByText('打一张试纸').tap()
  await says(kiosk, '试纸打出来了')
  equal(printer.papers.length, 1)
  await kiosk.getByText('已换纸').tap()
  await saysNoMore(story.desk, '取号机 7 没有纸了')
  await kiosk.getByText('回到首页').tap()
  await stands(kiosk, 'K-1', 'open')
  equal(await kiosk.getByText('没有纸了').count(), 0)
  await printer.close()
  await kiosk.close()
}

/** Five seconds on the clock, then the PIN (K-10). */
async function openStaffPage(kiosk: Page): Promise<void> {
  const box = await kiosk.locator('.kiosk-head time').boundingBox()
  if (box === null) throw new Error('the kiosk shows no clock')
  await kiosk.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await kiosk.mouse.down()
  await stands(kiosk, 'K-10', 'pin')
  await kiosk.mouse.up()
  for (const digit of PIN) await kiosk.getByRole('button', { name: digit, exact: true }).tap()
  await kiosk.getByRole('button', { name: '打开' }).tap()
  await stands(kiosk, 'K-10', 'open')
}
