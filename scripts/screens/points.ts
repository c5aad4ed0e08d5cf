/** The village points from both sides: the phone with what it owes its cases, the desk's batch visit, and the supervisor's pages. */
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { says, stands } from '../acceptance/see.ts'
import { FRIDAY, SIZES } from '../acceptance/stage.ts'
import { anything, required } from '../api/caller.ts'
import { type Agent, agentOf } from './agent.ts'
import type { Gallery } from './gallery.ts'
import { paintPhone } from './village-phone.ts'
import { whole } from './whole.ts'

/** The identity number has a wrong check character, so the point cannot get it through. */
const WRONG_PERSON = { name: '示例庚', idNo: '110105194912310021', phone: '19900000007', village: '05' }

export async function paintPoints(gallery: Gallery): Promise<void> {
  const agent = await agentOf(gallery.stage)
  const cases = {
    noticed: await agent.noticed('示例甲'),
    decided: await agent.decided('示例乙'),
    delivered: await agent.decided('示例丙'),
    relative: await agent.register('示例戊', {
      isRelative: true,
      papers: [{ name: '居民户口簿', form: 'copy', count: 2 }],
    }),
  }
  await agent.send('result.deliver', { receiver: '示例丙' }, { caseId: cases.delivered })
  const asked = {
    person: '示例丁',
    item: 'MZ-013',
    question: '低保怎么办',
    answer: '带户口簿来',
    isReferred: false,
  }
  await agent.send('consult.log', asked)
  await agent.register('示例庚', { applicant: WRONG_PERSON })
  await paintErrands(gallery, cases)
  await paintPhone(gallery, agent)
  await paintVisit(gallery, agent, cases)
  await paintHour(gallery, agent, cases)
  await paintSupervisor(gallery)
}

type Cases = Readonly<Record<'noticed' | 'decided' | 'delivered' | 'relative', string>>

async function paintErrands(gallery: Gallery, cases: Cases): Promise<void> {
  const { stage } = gallery
  const phone = await stage.staffPage('v05', '/village', SIZES.phone)
  await stands(phone, 'V-1', 'normal')
  await phone.locator('[data-shelf="relay"] .v-figure', { hasText: '1' }).waitFor()
  await whole(gallery, phone, 'point-1-home')
  const open = async (path: string, name: string) => {
    await phone.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await phone.locator('h1').waitFor()
    await whole(gallery, phone, name)
  }
  await open('/village/errands', 'point-2-errands')
  await open(`/village/cases/${cases.noticed}`, 'point-3-supplement')
  await open(`/village/cases/${cases.noticed}/relay`, 'point-4-relay')
  await open(`/village/cases/${cases.noticed}/contact`, 'point-4-contact')
  await open(`/village/cases/${cases.decided}/deliver`, 'point-4-deliver')
  await open(`/village/cases/${cases.delivered}/follow-up`, 'point-4-follow-up')
  await open(`/village/cases/${cases.relative}/return`, 'point-4-return')
  await open(`/village/cases/${cases.relative}/revoke`, 'point-4-revoke')
  await open('/village/consult', 'point-4-consult')
  await open('/village/visit', 'point-5-visit-choose')
  await open('/village/log-book', 'point-6-log-book')
  await open('/village/walk', 'point-7-walk-choose')
  await phone.locator('input[type="checkbox"]').first().check()
  await phone.getByRole('button', { name: '带上电话和组，1 件' }).tap()
  await stands(phone, 'V-10', 'normal')
  await whole(gallery, phone, 'point-7-walk')
  await phone.context().close()
}

async function paintVisit(gallery: Gallery, agent: Agent, cases: Cases): Promise<void> {
  const { stage } = gallery
  const id = await agent.visit([
    { case: cases.relative, way: 'up' },
    { case: cases.noticed, way: 'up' },
    { case: cases.decided, way: 'down' },
  ])
  const phone = await stage.staffPage('v05', '/village/visit', SIZES.phone)
  await stands(phone, 'V-5', 'normal')
  await whole(gallery, phone, 'point-5-visit-code')
  await scanAtKiosk(gallery, id)
  const desk = await stage.staffPage('clerk1', '/visits')
  desk.setDefaultTimeout(15_000)
  await stands(desk, 'C-11', 'empty')
  await gallery.look(desk, 'visits-1-empty')
  await desk.getByLabel('扫代办员手机上的码').fill('胡乱写的')
  await desk.keyboard.press('Enter')
  await desk.locator('.refusal').first().waitFor()
  await gallery.look(desk, 'visits-1-nonsense')
  await desk.getByLabel('扫代办员手机上的码').fill(id)
  await desk.keyboard.press('Enter')
  await says(desk, /代办 3 件/)
  await whole(gallery, desk, 'visits-2-open')
  await desk.getByRole('button', { name: '有问题' }).first().click()
  await whole(gallery, desk, 'visits-3-problem')
  await desk.getByLabel('什么问题').fill('复印件看不清')
  await desk.getByRole('button', { name: '记下问题' }).click()
  await says(desk, /▲ 没交接/)
  for (let left = 2; left > 0; left -= 1) {
    await desk.getByRole('button', { name: '点清，交接' }).nth(0).click()
    await desk.waitForFunction((n) => document.querySelectorAll('[data-outcome="waiting"]').length < n, left)
  }
  await whole(gallery, desk, 'visits-4-served')
  await phone.reload()
  await stage.enterPin(phone)
  await says(phone, '我已点清，签收')
  await whole(gallery, phone, 'point-5-visit-served')
  await phone.getByRole('button', { name: '我已点清，签收' }).tap()
  await says(phone, '选这次带去镇中心的件')
  await whole(gallery, phone, 'point-5-visit-signed')
  await desk.goto(`${stage.url}/cases/${cases.relative}`)
  await stands(desk, 'C-3')
  await says(desk, /石桥村/)
  await whole(gallery, desk, 'visits-5-case')
  await phone.context().close()
  await desk.context().close()
}

/** One code is one number, and the same one when it is scanned again (V91). */
async function scanAtKiosk(gallery: Gallery, id: string): Promise<void> {
  const { stage } = gallery
  const kiosk = await stage.devicePage('kiosk')
  const scan = async () => {
    await stands(kiosk, 'K-1')
    await kiosk.keyboard.type(id)
    await kiosk.keyboard.press('Enter')
  }
  await scan()
  await stands(kiosk, 'K-3')
  await says(kiosk, /代办 3 件/)
  await gallery.look(kiosk, 'visits-0-number', { kind: 'kiosk' })
  await kiosk.getByRole('button', { name: /好的|我记住了/ }).click()
  await stage.moveClock(instantOf(Date.parse(FRIDAY) + 10_000))
  await scan()
  await stands(kiosk, 'K-12', 'refused')
  await gallery.look(kiosk, 'visits-0-again', { kind: 'kiosk' })
  await kiosk.context().close()
}

/** The agents' hour, which is off until somebody sets it (V92). */
async function paintHour(gallery: Gallery, agent: Agent, cases: Cases): Promise<void> {
  const { stage } = gallery
  const admin = await stage.signIn('admin')
  for (const [key, value] of [
    ['village.hourFrom', '10:00'],
    ['village.hourUntil', '11:00'],
    ['village.hour', true],
  ])
    required(await admin.command(`/api/settings/${key}`, { value, reason: '代办时段' }, anything), `${key}`)
  await agent.visit([{ case: cases.relative, way: 'up' }])
  const phone = await stage.staffPage('v05', '/village/visit', SIZES.phone)
  await stands(phone, 'V-5', 'normal')
  const time = phone.getByLabel('约哪天几点到镇中心')
  await time.waitFor()
  await whole(gallery, phone, 'point-5-hour')
  await time.selectOption({ index: 2 })
  await phone.getByRole('button', { name: '约这个时间' }).tap()
  await says(phone, '取消预约')
  await whole(gallery, phone, 'point-5-hour-booked')
  await phone.setViewportSize({ width: 320, height: 690 })
  await whole(gallery, phone, 'point-5-hour-narrow')
  const desk = await stage.deskPage(2)
  await desk.keyboard.press('Control+k')
  await desk.locator('dialog input').waitFor()
  await desk.keyboard.type('yy')
  await desk.getByText('预约（今天和以后）').click()
  await says(desk, /代办 1 件/)
  await whole(gallery, desk, 'visits-6-booking')
  await phone.context().close()
  await desk.context().close()
}

async function paintSupervisor(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const page = await stage.staffPage('supervisor', '/supervise/points')
  await stands(page, 'L-7', 'normal')
  await says(page, '要镇中心处理')
  await whole(gallery, page, 'points-1-list')
  await page.locator('tr[data-village="05"] button').click()
  await page.getByTestId('l3.point').waitFor()
  await page.getByRole('button', { name: '逐个看没用的编号' }).click()
  await whole(gallery, page, 'points-2-point')
  const linkable = page.locator('option[value="link"]')
  const waiting = page.getByTestId('l3.waiting').getByRole('listitem').filter({ has: linkable }).first()
  await waiting.getByLabel('怎么处理').selectOption('link')
  await waiting.getByLabel('办件编号').fill('胡乱')
  await waiting.getByLabel('说明').fill('试')
  await waiting.getByRole('button', { name: '确定处理' }).click()
  await says(page, '没有这个办件')
  await whole(gallery, page, 'points-3-nonsense')
  await page.goto(`${stage.url}/supervise/log-book`)
  await stands(page, 'L-4', 'normal')
  await whole(gallery, page, 'points-4-log-book')
  await page.emulateMedia({ media: 'print' })
  await stage.screenshot(page, 'points-4-log-book-print')
  await page.emulateMedia({ media: null })
  await page.goto(`${stage.url}/admin/devices`)
  await stands(page, 'A-4', 'normal')
  await whole(gallery, page, 'points-5-devices')
  const row = page.locator('tr', { hasText: 'v05 手机' }).first()
  await row.getByRole('button', { name: /^挂失/ }).click()
  await gallery.look(page, 'points-5-losing')
  await page.getByLabel(/^原因/).fill('赶集时丢了')
  await page.getByRole('button', { name: '挂失', exact: true }).click()
  await says(page, '找回来了')
  await whole(gallery, page, 'points-5-lost')
  await page.getByRole('combobox', { name: '设备', exact: true }).selectOption('village')
  await whole(gallery, page, 'points-5-enrol')
}
