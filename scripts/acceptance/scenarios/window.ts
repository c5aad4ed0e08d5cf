/** What the window does at once: an immediate case, a one-time notice, and two windows at the same moment. */
import { deepEqual, equal, match } from 'node:assert/strict'
import { CaseAnswer } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import { anything, Caller, required } from '../../api/caller.ts'
import { finish, next, pressF2, start } from '../desk.ts'
import { partSays, partWords, says, stands, tabTo } from '../see.ts'
import { type HallScenario, handedOn, openPhone, type Story, type ToldCase } from '../story.ts'
import { chooseItem, markReceived, sent, typePerson } from './intake.ts'

const BUYER = { name: '示例乙', idNo: '999999195603020029', phone: '19900000002' } as const
const ASKER = { name: '示例丙', idNo: '999999199007150036', phone: '19900000003' } as const
const PAPERS = [
  '最低生活保障申请书',
  '居民身份证',
  '居民户口簿',
  '家庭经济状况核对授权书（共同生活成员签字）',
  '家庭收入、财产和支出证明材料',
]
const MISSING = ['最低生活保障申请书', '家庭经济状况核对授权书', '家庭收入、财产和支出证明材料']

export const WINDOW: readonly HallScenario[] = [
  { title: '[S19] an immediate case is finished on the spot with one action', run: finishOnSpot },
  { title: '[S22] a half-filled form is found again in another browser, with every field', run: findAgain },
  { title: '[S19] what is missing is told once, all of it, with how to get it', run: tellOnce },
  { title: '[S15] the phone shows what the resident must do before everything else', run: readTodo },
  {
    title: '[S15] a case that is put on public notice stands still on the phone, in words and shape',
    run: readPaused,
  },
  { title: '[S21] two windows press F2 at the same moment and call one ticket once', run: callAtOnce },
]

async function finishOnSpot(story: Story): Promise<void> {
  const { desk1, cases } = story
  await next(desk1)
  await start(desk1)
  await chooseItem(desk1, 'hnbtffcx', '惠农补贴发放查询')
  await partSays(desk1, 'intake.due', '最迟 6月12日（周五）17:30')
  await typePerson(desk1, BUYER)
  await markReceived(desk1, 0)
  const told = await sent(desk1, () => desk1.keyboard.press('Control+Enter'))
  await says(desk1, `当场办结，编号 ${told.receipt.caseNumber}`)
  equal(told.receipt.kind, 'on_spot')
  cases.set('immediate', told)
  await finish(desk1, 'Enter')
}

// The page dies and with it all it knew: a browser that never saw it goes on.
async function findAgain({ stage, desk1 }: Story): Promise<void> {
  await next(desk1)
  await start(desk1)
  await chooseItem(desk1, 'MZ-001', '最低生活保障审核确认')
  await typePerson(desk1, ASKER)
  await markReceived(desk1, 1)
  await partSays(desk1, 'intake.kept', '已存')
  const kept = await fieldsOf(desk1)
  equal(kept['intake-id']?.replaceAll(' ', ''), ASKER.idNo)
  const other = await stage.staffPage('clerk1')
  await partSays(other, 'intake.kept', /^找回了 .+ 的草稿$/)
  await other.locator('#intake-material-1[data-mark="received"]').waitFor()
  deepEqual(await fieldsOf(other), kept)
  await other.context().close()
}

async function fieldsOf(desk: Page): Promise<Record<string, string>> {
  const fields = await desk
    .locator('[data-screen="C-2"] :is(input, select, textarea)[id^="intake-"]')
    .evaluateAll((all) => all.map((each) => [each.id, (each as HTMLInputElement).value] as const))
  return Object.fromEntries(fields)
}

async function tellOnce(story: Story): Promise<void> {
  const { desk1, scan, cases } = story
  await markReceived(desk1, 2)
  await desk1.keyboard.press('Control+Enter')
  await says(desk1, '有 3 处要改')
  await scan(desk1, 'C-2 errors', 'staff')
  await tabTo(desk1, '.sticky-acts button:nth-of-type(2)')
  const told = await sent(desk1, () => desk1.keyboard.press('Enter'))
  await says(desk1, `已出告知单，编号 ${told.receipt.caseNumber}`)
  const paper = (await desk1.locator('#paper').textContent()) ?? ''
  match(paper, /补正材料一次性告知书/)
  for (const name of MISSING) match(paper, new RegExp(name))
  equal(paper.split('怎么取得').length - 1, MISSING.length)
  cases.set('notice', told)
  await finish(desk1, 'Enter')
}

async function readTodo(story: Story): Promise<void> {
  const { cases, scan } = story
  const phone = await openPhone(story, handedOn(cases, 'notice').receipt.link)
  const todo = phone.getByTestId('p2.todo')
  await todo.waitFor()
  const words = (await todo.textContent()) ?? ''
  match(words, /要您做的事/)
  for (const name of MISSING) match(words, new RegExp(name))
  // Fifteen working days from 12 June, 19 June not among them.
  match(words, /7月6日前送到/)
  await says(phone, '等群众补正（还剩 24 天）')
  await says(phone, '示*丙')
  equal(await todo.evaluate((element) => element.previousElementSibling), null)
  equal((await phone.content()).includes(ASKER.idNo), false)
  const answer = JSON.stringify(await tracked(story, handedOn(cases, 'notice')))
  for (const secret of [ASKER.idNo, ASKER.name, ASKER.phone]) equal(answer.includes(secret), false)
  await scan(phone, 'P-2 todo', 'public')
  await phone.close()
}

/** What the phone is answered, for what a page might hide. */
async function tracked({ stage }: Story, { receipt }: ToldCase): Promise<unknown> {
  const { token } = receipt
  return required(await new Caller(stage.url).post('/api/track/case', { token }, anything), 'track')
}

async function readPaused(story: Story): Promise<void> {
  const { stage, scan } = story
  const { id, link } = await onNotice(stage)
  const phone = await openPhone(story, link)
  await phone.locator('[data-light="paused"][data-shape="dashed"]').first().waitFor()
  await says(phone, /计时暂停/)
  await scan(phone, 'P-2 paused', 'public')
  await phone.close()
  // What was entered in error is counted nowhere, so the hall is as it was.
  const supervisor = await stage.signIn('supervisor')
  required(await supervisor.command(`/api/cases/${id}/void`, { reason: '演示完了' }, anything), 'void')
}

async function onNotice(stage: Story['stage']): Promise<{ readonly id: string; readonly link: string }> {
  const clerk = await stage.signIn('clerk1')
  const materials = PAPERS.map((name) => ({ name, state: 'received' }))
  const body = {
    ticketId: null,
    item: 'MZ-001',
    applicant: { ...ASKER, village: null },
    materials,
    step: 'accept',
  }
  const { case: found, receipt } = required(await clerk.command('/api/cases', body, CaseAnswer), 'accept')
  const { id } = found.row
  const handler = await stage.signIn('mz')
  const notice = { reason: 'public_notice', days: 7, noticeNumber: '公示〔2026〕3号' }
  required(await handler.command(`/api/cases/${id}/pause`, notice, anything), 'pause')
  return { id, link: receipt?.link ?? '' }
}

async function callAtOnce({ stage, kiosk, desk1, desk2, wall, scan }: Story): Promise<void> {
  await stage.moveClock('2026-06-12T01:50:00.000Z')
  await stands(desk1, 'C-1', 'idle-empty')
  await scan(desk1, 'C-1 empty', 'staff')
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await kiosk.getByTestId('k2.take').tap()
  const number = await partWords(kiosk, 'k3.number')
  await kiosk.getByText('好的').tap()
  await Promise.all([stands(desk1, 'C-1', 'idle'), stands(desk2, 'C-1', 'idle')])
  await Promise.all([pressF2(desk1), pressF2(desk2)])
  const states = await Promise.all([settled(desk1), settled(desk2)])
  deepEqual([...states].sort(), ['called', 'idle-empty'])
  const winner = states[0] === 'called' ? desk1 : desk2
  equal(await partWords(winner, 'desk.number'), number)
  await partSays(wall, 'wall.row', new RegExp(number.replace(' ', '\\s*')))
  equal(
    await wall
      .getByTestId('wall.row')
      .filter({ hasText: number.slice(-3) })
      .count(),
    1,
  )
  await start(winner)
  await finish(winner, '3')
}

// The window that came second is told that nobody waits.
async function settled(desk: Page): Promise<string> {
  const called = desk.locator('[data-screen="C-1"][data-state="called"]')
  const refused = desk.locator('[data-screen="C-1"][data-state="idle-empty"]')
  await called.or(refused).first().waitFor()
  if ((await called.count()) > 0) return 'called'
  await says(desk, '现在没人排队')
  return 'idle-empty'
}
