/** A promise that runs out: four lights told apart without colour, the order to the unit, the board by keys, a calendar that changes. */
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import type { Caller } from '../../api/caller.ts'
import { anything, required } from '../../api/caller.ts'
import { says, stands } from '../see.ts'
import { type Stage, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

export const SUPERVISION: readonly HallScenario[] = [
  {
    title: '[S24, U46] four lights differ by words and shape without colour and in forced colours',
    run: tellLightsApart,
  },
  {
    title: '[S25, C435] the board opens by arrows and Enter, urges by C, and an empty one says so',
    run: goByKeys,
  },
  {
    title: '[S24, C705] yellow, red, an order to the unit, its answer, and the issuer closes it',
    run: order,
  },
  {
    title: '[S24, C603, C520] a calendar change names the cases it moves; what was told stays',
    run: changeCalendar,
  },
  { title: '[S16] the tablet at the window asks once, by six equal answers', run: rateAtWindow },
]

const RESIDENT = { name: '示例甲', idNo: null, phone: '19900000001', village: '05', address: '石桥村' }
const WOOD = [
  '林木采伐申请表（含地点、林种、树种、面积、蓄积、方式、更新措施）',
  '居民身份证',
  '林权权属材料（不动产权证/林权证/承包合同）',
]

/** A hall of its own: clock, calendar and orders of this one are nobody else's. */
interface OwnHall {
  readonly stage: Stage
  readonly board: Page
  /** Number and id of each case, by its light. */
  readonly cases: ReadonlyMap<string, CaseDetail['row']>
}
let opened: Promise<OwnHall> | null = null

function hall(): Promise<OwnHall> {
  opened ??= openHall()
  return opened
}

async function openHall(): Promise<OwnHall> {
  const stage = await startStage({ at: '2026-06-12T01:40:00.000Z' })
  const clerk = await stage.signIn('clerk1')
  const red = await receive(clerk, 'LY-001', WOOD, 'accept')
  // Five working days later: over since half past five of Monday the 22nd.
  await stage.moveClock('2026-06-23T02:00:00.000Z')
  const later = await stage.signIn('clerk1')
  const green = await receive(later, 'LY-001', WOOD, 'accept')
  const paused = await receive(later, 'LY-001', WOOD, 'accept')
  const pause = { reason: 'expert_review', days: 10, noticeNumber: '特-1' }
  const ly = await stage.signIn('ly')
  required(await ly.command(`/api/cases/${paused.id}/pause`, pause, anything), 'pause')
  // Immediate: due at the close of this very day.
  const yellow = await receive(later, 'SB-005', ['居民身份证'], 'receive')
  const cases = new Map([
    ['red', red],
    ['green', green],
    ['paused', paused],
    ['yellow', yellow],
  ])
  return { stage, board: await stage.staffPage('supervisor', '/board'), cases }
}

async function receive(clerk: Caller, item: string, papers: readonly string[], step: string) {
  const materials = papers.map((name) => ({ name, state: 'received' }))
  const applicant = { ...RESIDENT, idNote: '没带' }
  const body = { ticketId: null, item, applicant, materials, step }
  return required(await clerk.command('/api/cases', body, CaseAnswer), item).case.row
}

async function tellLightsApart({ scan }: Story): Promise<void> {
  const { board, cases } = await hall()
  await stands(board, 'C-4', 'normal')
  const look = async () => {
    const seen = new Map<string, readonly (string | null)[]>()
    for (const [light, { number }] of cases) {
      const mark = board.getByTestId('board.row').filter({ hasText: number }).locator('[data-shape]').first()
      await mark.waitFor()
      equal(await mark.getAttribute('data-light'), light)
      seen.set(light, [await mark.getAttribute('data-shape'), await mark.textContent()])
    }
    return seen
  }
  const plain = await look()
  deepEqual(
    ['green', 'yellow', 'red', 'paused'].map((light) => plain.get(light)?.[0]),
    ['circle', 'triangle', 'square', 'dashed'],
  )
  equal(new Set([...plain.values()].map(([, words]) => words)).size, 4)
  const cdp = await board.context().newCDPSession(board)
  await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
  deepEqual(await look(), plain)
  await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' })
  await board.emulateMedia({ forcedColors: 'active' })
  deepEqual(await look(), plain)
  for (const { number } of cases.values())
    ok(
      await board
        .getByTestId('board.row')
        .filter({ hasText: number })
        .locator('[data-shape]')
        .first()
        .isVisible(),
    )
  await board.emulateMedia({ forcedColors: null })
  await scan(board, 'C-4 four lights', 'staff')
}

async function goByKeys(): Promise<void> {
  const { board, cases } = await hall()
  const urgent = cases.get('red')
  const rows = board.getByTestId('board.row')
  match((await rows.first().textContent()) ?? '', new RegExp(urgent?.number ?? '–'))
  equal(await rows.count(), 4)
  await board.locator('.row-link').first().focus()
  await board.keyboard.press('c')
  await says(board, `催办 ${urgent?.number}？回车确定，Esc 取消`)
  await board.keyboard.press('Enter')
  await says(board, `已催办 ${urgent?.number}`)
  await board.getByRole('button', { name: '收起' }).first().press('Enter')
  await board.locator('.row-link').first().focus()
  await board.keyboard.press('ArrowDown')
  await board.keyboard.press('ArrowUp')
  await board.keyboard.press('Enter')
  await stands(board, 'C-3')
  await says(board, urgent?.number ?? '–')
  await board.goBack()
  await stands(board, 'C-4', 'normal')
  await board.getByRole('button', { name: '等签字' }).click()
  await says(board, '没有超期和临期的办件')
  await board.getByRole('button', { name: '等签字' }).click()
  await rows.first().waitFor()
}

async function order({ scan }: Story): Promise<void> {
  const { stage, board, cases } = await hall()
  const id = cases.get('red')?.id ?? ''
  const supervisor = await stage.signIn('supervisor')
  const detail = required(await supervisor.get(`/api/cases/${id}`, CaseDetail), 'the case')
  const [issued] = detail.orders
  equal(issued?.issuer, 'system')
  const unit = await stage.staffPage('ly', `/cases/${id}`)
  await says(unit, '督办单')
  await unit.getByTestId('order').getByRole('button', { name: '回复督办' }).click()
  await unit.getByLabel('回复', { exact: true }).fill('现场勘查延误，明日办结')
  await unit.keyboard.press('Control+Enter')
  await says(unit, '现场勘查延误，明日办结')
  await unit.close()
  await board.goto(`${stage.url}/cases/${id}`)
  await stands(board, 'C-3')
  await board.getByTestId('order').getByRole('button', { name: '办结督办' }).click()
  await board.getByLabel('督办结果').fill('情况属实，已督促')
  await scan(board, 'C-3 order', 'staff')
  await board.keyboard.press('Control+Enter')
  await says(board, '情况属实，已督促')
  const paper = board
    .locator('.papers li')
    .filter({ hasText: '督办单' })
    .filter({ hasText: issued?.number ?? '–' })
  await paper.getByRole('button', { name: /^打印/ }).click()
  await board.waitForFunction(
    (number) => (document.querySelector('#paper')?.textContent ?? '').includes(number),
    issued?.number ?? '–',
  )
  match((await board.locator('#paper').textContent()) ?? '', /已超承诺时限，请说明原因，抓紧办理/)
}

// The whole year as it stands, with two days more: what is not in the table would be taken away.
const YEAR = JSON.parse(
  readFileSync(new URL('../../../shared/data/calendar-2026.json', import.meta.url), 'utf8'),
) as Record<'off' | 'makeup', readonly { date: string; name: string; kind: string }[]>
const TABLE = [
  ...YEAR.off.map(({ date, name, kind }) => `${date},${kind === 'statutory' ? '法定' : '放假'},${name}`),
  ...YEAR.makeup.map(({ date, name }) => `${date},上班,${name}`),
  '2026-06-25,放假,端午节',
  '2026-06-26,放假,端午节',
].join('\n')

async function changeCalendar({ scan }: Story): Promise<void> {
  const { stage, cases } = await hall()
  const { id, number } = cases.get('green') ?? { id: '', number: '' }
  const admin = await stage.staffPage('admin', '/admin/calendar')
  await stands(admin, 'A-5')
  await fillNotice(admin)
  await admin.getByRole('button', { name: '录入，先不生效' }).click()
  await says(admin, '已录入。请看影响，再由主管发布')
  await admin.close()
  const page = await stage.staffPage('supervisor', '/admin/calendar')
  await page.getByRole('button', { name: '看哪些办件会变' }).click()
  await page.locator('tr').filter({ hasText: number }).waitFor()
  await scan(page, 'A-5 preview', 'staff')
  await page.getByRole('button', { name: '发布，马上生效' }).click()
  await says(page, /已生效，动了 \d+ 件/)
  await page.close()
  const supervisor = await stage.signIn('supervisor')
  const after = required(await supervisor.get(`/api/cases/${id}`, CaseDetail), 'the case')
  // Five working days from 23 June were up on the 30th; two days off more make it the 2nd of July.
  deepEqual([after.row.dueOn, after.toldDueOn], ['2026-07-02', '2026-06-30'])
}

async function fillNotice(page: Page): Promise<void> {
  await page.getByLabel('通知文号').fill('国办发明电〔2026〕9号')
  await page.getByLabel('发文日期').fill('2026-06-20')
  await page.getByLabel('粘贴通知正文，或每行一天的表格').fill(TABLE)
  await page.getByLabel('为什么改').fill('国务院通知')
}

async function rateAtWindow({ scan }: Story): Promise<void> {
  const { stage } = await hall()
  const tablet = await stage.devicePage('rate', '评价器 3')
  await stands(tablet, 'R-0', 'placing')
  const clerk = await stage.signIn('clerk3')
  required(await clerk.command('/api/windows/3/open', {}, anything), 'open')
  await tablet.getByRole('button', { name: /3/ }).first().click()
  await stands(tablet, 'R-0', 'serving')
  await serveOne(stage, clerk)
  await stands(tablet, 'R-0', 'asking')
  const sizes = await tablet
    .locator('.levels button')
    .evaluateAll((buttons) => buttons.map((each) => [each.clientWidth, each.clientHeight]))
  equal(sizes.length, 6)
  for (const size of sizes) deepEqual(size, sizes[0])
  equal(await tablet.locator('.levels [aria-pressed="true"]').count(), 0)
  await scan(tablet, 'R-0', 'public')
  await tablet.getByTestId('rate.2').click()
  await says(tablet, '收到了，谢谢您')
  await stage.close()
  opened = null
}

async function serveOne(stage: Stage, clerk: Caller): Promise<void> {
  const kiosk = await stage.device('kiosk', '取号机 7')
  required(await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, anything), 'take')
  const called = required(await clerk.command('/api/windows/3/next', {}, anything), 'call') as {
    ticket: { id: string }
  }
  const { id } = called.ticket
  required(await clerk.command(`/api/tickets/${id}/start`, {}, anything), 'start')
  const outcome = { outcome: 'consulted', isLateEntry: false }
  required(await clerk.command(`/api/tickets/${id}/finish`, outcome, anything), 'finish')
}
