/** A call at night goes its whole way: logged, assigned, answered, signed, read out, closed, counted and published. */
import { equal } from 'node:assert/strict'
import { DutyRoster } from '@counter/shared/contract/letter-bodies'
import type { Page } from 'playwright-core'
import { required } from '../../api/caller.ts'
import { tooWide } from '../scan.ts'
import { partSays, says, stands } from '../see.ts'
import { SIZES, type Stage, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

/** Friday 12 June 2026, ten past ten at night, and Monday the 15th at nine. */
const NIGHT = '2026-06-12T14:10:00.000Z'
const MONDAY = '2026-06-15T01:00:00.000Z'

export const LETTERS: readonly HallScenario[] = [
  {
    title:
      '[C506, C1302, C1303] a call at night is due three working days after Monday, counted as answered in time, and published',
    run: theWholeWay,
  },
  {
    title:
      '[C1304, C1401] a resident writes without a name and is pointed elsewhere with a complaint about staff',
    run: writeOnPhone,
  },
]

async function theWholeWay({ scan }: Story): Promise<void> {
  const stage = await startStage({ at: NIGHT })
  await putOnDuty(stage)
  const night = await stage.staffPage('clerk1', '/letters/new')
  await partSays(night, 'log.duty', /今天值班/)
  await night.getByLabel('说的是什么事').fill('村口路灯三天没亮')
  await night.getByLabel('姓名（可不留）').fill('示例甲')
  await night.getByLabel('电话（可不留）').fill('19900000001')
  await scan(night, 'C-8', 'staff')
  await night.getByRole('button', { name: '登记', exact: true }).click()
  await says(night, /^✓ 已登记 2026-99-0001-/)
  await says(night, '最迟 6月18日（周四） 前答复，请告诉本人')
  await night.getByRole('link', { name: '打开这封信' }).click()
  await stands(night, 'C-7', 'normal')
  await partSays(night, 'letter.due', '最迟 6月18日（周四）17:30 前答复')
  // Why: the call of Friday night counts from Monday, which is day 0.
  await partSays(night, 'case.explain', /6月16日.*6月18日/)
  await scan(night, 'C-7', 'staff')
  const path = new URL(night.url()).pathname
  await night.context().close()

  await stage.moveClock(MONDAY)
  await assign(stage, path)
  const handler = await answer(stage, path)
  await sign(stage, path)
  await readOut(handler)
  await counted(stage, scan)
  await publish(stage, path, scan)
  await stage.close()
}

async function putOnDuty(stage: Stage): Promise<void> {
  const supervisor = await stage.signIn('supervisor')
  const { today, people } = required(await supervisor.get('/api/duty', DutyRoster), 'the roster')
  const of = (role: string) => people.find((each) => each.role === role)?.id
  const duty = { day: today, staff: of('handler'), leader: of('leader') }
  required(await supervisor.command('/api/duty', duty, DutyRoster), 'the duty of tonight')
}

async function press(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).press('Enter')
}

async function send(page: Page): Promise<void> {
  await page.locator('.act-form button[type="submit"]').click()
}

async function assign(stage: Stage, path: string): Promise<void> {
  const page = await stage.staffPage('supervisor', '/letters')
  await stands(page, 'C-6', 'normal')
  await page.getByRole('link', { name: /^2026-99-0001-/ }).click()
  equal(new URL(page.url()).pathname, path)
  await press(page, '交办')
  const unit = page.getByLabel('交给哪个单位')
  await unit.locator('option[value="MZ"]').waitFor({ state: 'attached' })
  await unit.selectOption('MZ')
  await send(page)
  await partSays(page, 'letter.status', '已交办')
  await page.context().close()
}

async function answer(stage: Stage, path: string): Promise<Page> {
  const page = await stage.staffPage('mz', path)
  await press(page, '承办')
  await send(page)
  await partSays(page, 'letter.status', '答复中')
  await press(page, '写答复')
  await page.getByLabel('答复内容').fill('今天派人修，明晚亮灯')
  await send(page)
  await partSays(page, 'letter.status', '待签发')
  return page
}

async function sign(stage: Stage, path: string): Promise<void> {
  const page = await stage.staffPage('leader', path)
  await partSays(page, 'letter.answer', '今天派人修，明晚亮灯')
  await press(page, '签发')
  await send(page)
  await send(page)
  await says(page, /签发$/)
  await says(page, '签发：已记下')
  await page.context().close()
}

// The unit writes what everybody may read; another person puts it on the public page, without a word of who called (C1303).
async function publish(stage: Stage, path: string, scan: Story['scan']): Promise<void> {
  const unit = await stage.staffPage('mz', path)
  await press(unit, '拟公开')
  await unit.getByLabel('问的是什么（去掉姓名电话）').fill('村口的路灯什么时候修')
  await unit.getByLabel('怎么答复的（去掉姓名电话）').fill('已派人修好')
  await send(unit)
  await partSays(unit, 'letter.publication', '▲ 还没公开，等另一人看过')
  const phone = await stage.openPage('/say', SIZES.phone)
  await phone.getByRole('button', { name: '公开的答复' }).tap()
  await says(phone, '还没有公开的答复')
  const leader = await stage.staffPage('leader', path)
  await press(leader, '公开')
  await send(leader)
  await send(leader)
  await partSays(unit, 'letter.publication', /✓ .*起公开/)
  await phone.reload()
  await phone.getByRole('button', { name: '公开的答复' }).tap()
  await partSays(phone, 'say.published', '村口的路灯什么时候修')
  await partSays(phone, 'say.published', '已派人修好')
  equal((await phone.content()).includes('示例甲'), false)
  await scan(phone, 'P-5 published', 'public')
  for (const page of [unit, leader, phone]) await page.context().close()
}

async function readOut(page: Page): Promise<void> {
  // The page heard of the signature by itself.
  await press(page, '登记已答复')
  await page.getByLabel('怎么答复本人的').selectOption('read_out')
  await send(page)
  await partSays(page, 'letter.light', '按时答复')
  await press(page, '办结')
  await page.getByLabel('本人满意吗').selectOption('yes')
  await send(page)
  await partSays(page, 'letter.status', '已办结')
  await page.context().close()
}

async function counted(stage: Stage, scan: Story['scan']): Promise<void> {
  const page = await stage.staffPage('supervisor', '/letters?open=no')
  await stands(page, 'C-6', 'normal')
  const row = page.getByTestId('letters.count').getByRole('row', { name: /^24小时电话/ })
  await row.filter({ hasText: /1111/ }).waitFor()
  equal(await row.textContent(), '24小时电话11110')
  await scan(page, 'C-6', 'staff')
  await page.setViewportSize({ width: 640, height: 768 })
  equal(await tooWide(page), 0)
  await page.context().close()
}

async function writeOnPhone({ stage, scan }: Story): Promise<void> {
  const phone = await stage.openPage('/say', SIZES.phone)
  await stands(phone, 'P-5', 'normal')
  await phone.getByLabel('我要投诉工作人员').tap()
  await partSays(phone, 'say.staff', /请打监督电话.*或投大厅的纸质信箱/)
  equal(await phone.getByRole('button', { name: '提交' }).count(), 0)
  await phone.getByLabel('我要投诉工作人员').tap()
  await phone.getByLabel(/^想说的话/).fill('建议多设几把椅子')
  await scan(phone, 'P-5', 'public')
  await phone.getByRole('button', { name: '提交' }).tap()
  await partSays(phone, 'say.code', /^查询码 \w{4}-\w{4}$/)
  await phone.goto(`${stage.url}${await phone.getByRole('link').getAttribute('href')}`)
  await phone.reload()
  await partSays(phone, 'say.found', '现在：已登记')
  await scan(phone, 'P-5 answer', 'public')
  await phone.setViewportSize({ width: 320, height: 640 })
  equal(await tooWide(phone), 0)
  await phone.context().close()
}
