/** The village points from the centre: what a phone could not get through, two cases on one number, and a point that falls silent. */
import { equal } from 'node:assert/strict'
import { VisitView } from '@counter/shared/contract/visits'
import type { Page } from 'playwright-core'
import { type Agent, agentOf } from '../../screens/agent.ts'
import { tooWide } from '../scan.ts'
import { partSays, says, stands } from '../see.ts'
import { SIZES, type Stage, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'
import { fillIn } from './village.ts'
import { bringPaper } from './village-minute.ts'

/** Monday, ten minutes before the centre closes and a minute after it: the working day since Friday is over (V89). */
const BEFORE_CLOSING = '2026-06-15T09:20:00.000Z'
const CLOSED = '2026-06-15T09:31:00.000Z'

export const POINTS: readonly HallScenario[] = [
  {
    title:
      '[V14, V36, V51] what a point could not get through is solved at the centre, and its phone is told',
    run: solve,
  },
  {
    title:
      '[V91, V93, V94] an agent brings two cases on one number; what is wrong with one leaves the other done',
    run: bringTwo,
  },
  { title: '[V87] a paper that a notice asks for is two taps and a photo', run: bringOnePaper },
  { title: '[V88, V89] a point that is silent for a working day is amber without asking', run: fallSilent },
]

/** A hall of its own: its clock is moved, and its phone goes by that clock. */
interface PointHall {
  readonly stage: Stage
  readonly agent: Agent
  readonly phone: Page
}
let opened: Promise<PointHall> | null = null

function hall(): Promise<PointHall> {
  opened ??= openHall()
  return opened
}

async function openHall(): Promise<PointHall> {
  const stage = await startStage({ outlivesServer: true })
  const agent = await agentOf(stage)
  const context = await stage.openPhone(0)
  const phone = await context.newPage()
  await phone.goto(`${stage.url}${await stage.enrolLink('v05')}`)
  await stage.signInOn(phone, 'v05')
  await stands(phone, 'V-1', 'normal')
  return { stage, agent, phone }
}

async function solve({ scan }: Story): Promise<void> {
  const { stage, agent, phone } = await hall()
  const noticed = await agent.noticed('示例甲')
  const points = await stage.staffPage('supervisor', '/supervise/points')
  await stands(points, 'L-7', 'normal')
  await partSays(points, 'l3.waiting', '没有要处理的')
  await phone.getByRole('link', { name: /要转告/ }).tap()
  await phone.getByTestId('v1.errand').getByRole('link').tap()
  await phone.getByLabel('打电话').check()
  // A phone in touch would learn of the revocation at once and offer this no more.
  await phone.context().setOffline(true)
  // Until the clock moves, what is said now is as old as the end of the authority, and would count as said before it (V14).
  await agent.act(noticed, 'revoke-authority', { where: 'phone' })
  await stage.moveClock('2026-06-12T01:41:00.000Z')
  await phone.getByRole('button', { name: '已转告' }).tap()
  await phone.context().setOffline(false)
  await partSays(phone, 'v3.row', '要您处理：群众已撤回委托，请交镇中心办理')
  await phone.getByRole('button', { name: '交镇中心处理' }).tap()
  await partSays(phone, 'v3.row', '已交镇中心，等答复')
  await scan(phone, 'V-3 attention', 'staff')
  await partSays(points, 'l3.waiting', '代办员已交镇中心')
  await points.getByLabel('怎么处理').selectOption('reject')
  await points.getByLabel('说明').fill('窗口当面告诉了本人')
  await scan(points, 'L-7 solving', 'staff')
  await points.getByRole('button', { name: '确定处理' }).click()
  await partSays(points, 'l3.waiting', '没有要处理的')
  await points.context().close()
  await phone.getByRole('button', { name: '现在发' }).tap()
  await partSays(phone, 'v3.row', '镇中心没有办：窗口当面告诉了本人')
  for (const press of ['撤回', '确定撤回']) await phone.getByRole('button', { name: press }).tap()
  await partSays(phone, 'v1.strip', '✓ 在线 · 都发出去了')
}

async function bringTwo({ scan }: Story): Promise<void> {
  const { stage, agent, phone } = await hall()
  await agent.register('示例乙')
  await leavePaper(phone)
  await phone.getByRole('link', { name: '办件', exact: true }).tap()
  await phone.getByRole('link', { name: '集中交件' }).tap()
  for (const person of [/示\*乙/, /示\*丁/]) await phone.getByLabel(person).check()
  const made = phone.waitForResponse(
    (response) => response.url().endsWith('/api/visits') && response.request().method() === 'POST',
  )
  await phone.getByRole('button', { name: '生成二维码，2 件' }).tap()
  const { id } = VisitView.parse(await (await made).json())
  await says(phone, '请对着取号机扫，或给窗口看')
  await scan(phone, 'V-5 visit', 'staff')

  const desk = await stage.staffPage('clerk1', '/visits')
  await stands(desk, 'C-11', 'empty')
  await desk.getByLabel('扫代办员手机上的码').fill(id)
  await desk.keyboard.press('Enter')
  await says(desk, /代办 2 件/)
  await desk.getByRole('button', { name: '取一个号，代办 2 件' }).click()
  await says(desk, /\d{3} · 代办 2 件/)
  const lineOf = (person: string) => desk.locator('[data-outcome]').filter({ hasText: person })
  await lineOf('示*乙').getByRole('button', { name: '有问题' }).click()
  await desk.getByLabel('什么问题').fill('复印件看不清')
  await desk.getByRole('button', { name: '记下问题' }).click()
  await says(desk, '▲ 没交接：复印件看不清')
  await lineOf('示*丁').getByLabel('注销登记表（原件）').fill('2')
  await lineOf('示*丁').getByLabel('加一样材料').selectOption('注销登记表（复印件）')
  await desk.getByRole('button', { name: '点清，交接' }).click()
  await says(desk, '✓ 已交接：注销登记表：1→2；注销登记表：0→1')
  await scan(desk, 'C-11 served', 'staff')
  await desk.context().close()

  await says(phone, '没交接：复印件看不清')
  await phone.getByRole('button', { name: '我已点清，签收' }).tap()
  await says(phone, '选这次带去镇中心的件')
  await phone.setViewportSize({ width: 320, height: 640 })
  equal(await tooWide(phone), 0)
  await phone.setViewportSize(SIZES.phone)
}

/** On the phone's own form: a paper of the resident stays at the point, and the slip is the receipt for it (V17). */
async function leavePaper(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: '首页' }).tap()
  await phone.getByRole('link', { name: '＋ 帮群众办件' }).tap()
  await fillIn(phone)
  await phone.getByLabel('收下原件：注销登记表').tap()
  await stands(phone, 'V-2', 'ready')
  await phone.getByTestId('v2.save').tap()
  await partSays(phone, 'v2.slip', '注销登记表 原件 1 份')
  await partSays(phone, 'v1.strip', '✓ 在线 · 都发出去了')
}

async function bringOnePaper(): Promise<void> {
  const { agent, phone } = await hall()
  await agent.noticed('示例丙')
  await phone.getByRole('link', { name: '办件', exact: true }).tap()
  await bringPaper(phone, /示\*丙/, '最低生活保障申请书')
  await phone.locator('[data-testid="v3.row"][data-state="done"]').filter({ hasText: '示*丙' }).waitFor()
  await phone.context().close()
}

async function fallSilent({ scan }: Story): Promise<void> {
  const { stage } = await hall()
  await stage.moveClock(BEFORE_CLOSING)
  const points = await stage.staffPage('supervisor', '/supervise/points')
  const row = points.locator('tr[data-village="05"]')
  await row.filter({ hasText: '● 正常' }).waitFor()
  equal(await row.getAttribute('data-level'), 'none')
  await stage.moveClock(CLOSED)
  await row.filter({ hasText: '▲ 1 个工作日没联系' }).waitFor()
  equal(await row.getAttribute('data-level'), 'amber')
  await says(points, '代办点 ▲1')
  await scan(points, 'L-7 silent', 'staff')
  await points.setViewportSize({ width: 640, height: 768 })
  equal(await tooWide(points), 0)
  await stage.close()
  opened = null
}
