/** The same matter twice, and who looked at whose data. */
import { equal } from 'node:assert/strict'
import { CaseAnswer } from '@counter/shared/contract/cases'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { anything, type Caller, required } from '../../api/caller.ts'
import { finish, start } from '../desk.ts'
import { tooWide } from '../scan.ts'
import { partSays, says, stands } from '../see.ts'
import { type HallScenario, openPhone, type Story } from '../story.ts'
import { chooseItem, markReceived, sent, typePerson } from './intake.ts'

/** Of the sample's region that is nobody's, and in no other scenario (N10). */
const TWICE = { name: '示例丁', idNo: '999999196501010035', phone: '19900000041' } as const
const ITEM = '林木采伐许可证核发（农村居民自留山、个人承包集体林地，受县林业主管部门委托）'
const PAPERS = [
  '林木采伐申请表（含地点、林种、树种、面积、蓄积、方式、更新措施）',
  '居民身份证',
  '林权权属材料（不动产权证/林权证/承包合同）',
]

export const DUPLICATES: readonly HallScenario[] = [
  {
    title:
      '[C445, P35] a second case is pointed out, merged and taken apart again; both slips and the list of looks follow',
    run: twice,
  },
]

async function twice(story: Story): Promise<void> {
  const { stage, scan } = story
  const clerk = await stage.signIn('clerk3')
  const first = await receiveFirst(clerk)
  const desk = await servingDesk(story, clerk)
  await chooseItem(desk, 'LY-001', ITEM)
  await typePerson(desk, TWICE)
  await partSays(desk, 'intake.alike', `同一人同一事项，90 天内已有：${first}`)
  await scan(desk, 'C-2 alike', 'staff')
  for (const place of [0, 1, 2]) await markReceived(desk, place)
  const second = await sent(desk, () => desk.keyboard.press('Control+Enter'))
  const { caseNumber, link } = second.receipt
  await finish(desk, 'Enter')

  const phone = await openPhone(story, link)
  await says(phone, `办件编号 ${caseNumber}`)
  await desk.goto(`${stage.url}/cases/${second.caseId}`)
  await press(desk, '合并')
  await says(desk, `${caseNumber} 并入 ${first}，期限按 ${first} 的算。并错了可以撤销。`)
  await press(desk, '确定')
  await partSays(desk, 'case.duplicates', `已并入 ${first}`)
  await scan(desk, 'C-3 merged', 'staff')
  await partSays(phone, 'p2.merged', `${caseNumber} 已并入这一件`)
  await says(phone, `办件编号 ${first}`)

  await press(desk, '显示全名')
  await desk.getByLabel('为什么要看').selectOption({ label: '核对身份' })
  await press(desk, '记入日志并显示')
  await says(desk, TWICE.name)
  await phone.getByText('谁看过您的资料').tap()
  await partSays(phone, 'p2.looks', '综合窗口 · 核对身份 · 姓名')
  await scan(phone, 'P-2 looks', 'public')
  await phone.setViewportSize({ width: 320, height: 640 })
  equal(await tooWide(phone), 0)

  await press(desk, '撤销合并')
  await desk.getByLabel('理由').fill('两片林地，不是一件')
  await press(desk, '确定')
  await says(phone, `办件编号 ${caseNumber}`)
  await press(desk, '不是重复')
  await press(desk, '确定')
  await desk.getByTestId('case.duplicates').waitFor({ state: 'detached' })
  await phone.context().close()
  await desk.context().close()
  required(await clerk.command('/api/windows/3/close', {}, anything), 'close')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** The first case, as another clerk received it earlier; its number. */
async function receiveFirst(clerk: Caller): Promise<string> {
  const body = {
    ticketId: null,
    item: 'LY-001',
    applicant: { ...TWICE, village: null },
    materials: PAPERS.map((name) => ({ name, state: 'received' })),
    step: 'accept',
  }
  return required(await clerk.command('/api/cases', body, CaseAnswer), 'the first case').case.row.number
}

/** A window of its own with somebody at it; those of the story go on waiting. */
async function servingDesk({ stage }: Story, clerk: Caller): Promise<Page> {
  const desk = await stage.deskPage(3)
  const kiosk = await stage.device('kiosk', '取号机 8')
  const taken = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, IssuedTicket)
  const pick = { ticketId: required(taken, 'take').ticketId, reason: '只是再办一件' }
  required(await clerk.command('/api/windows/3/pick', pick, anything), 'pick')
  await stands(desk, 'C-1', 'called')
  await start(desk)
  return desk
}
