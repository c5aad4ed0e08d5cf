/** A village agent logs a case on the phone; it is at the window at once, and the centre starts its clocks. */
import { equal, match } from 'node:assert/strict'
import { CaseList } from '@counter/shared/contract/case-lists'
import { SyncAnswer, SyncBody } from '@counter/shared/contract/village'
import { RegisterPayload } from '@counter/shared/contract/village-payloads'
import { unsalted } from '@counter/shared/vocabulary/payload-salt'
import type { Page } from 'playwright-core'
import { required } from '../../api/caller.ts'
import { partSays, says, stands } from '../see.ts'
import { SIZES } from '../stage.ts'
import { type HallScenario, handedOn, openPhone, type Story } from '../story.ts'
import { act, backToDesk } from './unit.ts'
import { scanDoors, scanPages } from './village-pages.ts'

const VILLAGER = { name: '示例丁', idNo: '999999197509090046', phone: '19900000004' } as const
const ITEM = '城乡居民基本养老保险注销登记（含丧葬补助金申领）'

/** What one scenario of the village hands to the next. */
interface Sent {
  readonly agent: Page
  readonly body: SyncBody
  readonly number: string
  readonly caseId: string
}
const sent = new Map<string, Sent>()

export const VILLAGE: readonly HallScenario[] = [
  { title: '[V29] an agent logs a case with photo and authority, and has its number at once', run: submit },
  { title: '[V49] the same submission sent again creates nothing twice', run: sendAgain },
  { title: '[V4, V16] the log book shows the case to its own point and to no other', run: readLogBooks },
  {
    title: '[U41, U43, U45] every page of the phone is scanned, walked by Tab, and fits 320 pixels',
    run: lookAtPages,
  },
  {
    title: "[V15] the case stands in the window's list with both instants, and is accepted there",
    run: acceptAtWindow,
  },
]

async function submit({ stage, desk1, scan, phones, ...story }: Story): Promise<void> {
  const agent = await stage.staffPage('v05', '/village', SIZES.phone)
  await stands(agent, 'V-1')
  await scan(agent, 'V-1', 'staff')
  await agent.getByRole('link', { name: '＋ 帮群众办件' }).tap()
  await stands(agent, 'V-2', 'draft')
  await scan(agent, 'V-2 empty', 'staff')
  await fillIn(agent)
  await stands(agent, 'V-2', 'ready')
  // Tall enough that the bar that stays in sight covers nothing: what lies under it can be scrolled out.
  await agent.setViewportSize({ width: SIZES.phone.width, height: 4000 })
  await scan(agent, 'V-2 filled', 'staff')
  await agent.setViewportSize(SIZES.phone)
  const answered = agent.waitForResponse(
    async (response) => response.url().endsWith('/sync') && (await numberIn(response.json())) !== undefined,
  )
  await agent.getByTestId('v2.save').tap()
  const response = await answered
  const body = SyncBody.parse(response.request().postDataJSON())
  const result = SyncAnswer.parse(await response.json()).results.find((each) => each.number !== null)
  const number = result?.number ?? ''
  match(number, /^2026-05-\d{4}-.$/)
  await partSays(agent, 'v2.number', number)
  await scan(agent, 'V-2 sent', 'staff')
  if (result?.caseId == null) throw new Error('the answer told no case')
  sent.set('village', { agent, body, number, caseId: result.caseId })
  // The slip's secrets are the phone's own: the centre never tells them (V64).
  const { secrets } = RegisterPayload.parse(unsalted(body.commands[0]?.payload).payload)
  phones.set(
    'village',
    await openPhone({ stage, desk1, scan, phones, ...story }, `${stage.url}/c#${secrets?.token}`),
  )
  await says(desk1, /待受理/)
}

/** A whole case of somebody who came to the point, with photos of two papers. */
export async function fillIn(agent: Page, taken?: Taken): Promise<void> {
  const photo = taken ?? (await photoOf(agent))
  await agent.getByText('更多事项').tap()
  await agent.getByLabel('事项名称').fill('注销登记')
  await agent.getByRole('button', { name: ITEM }).tap()
  await agent.getByLabel('本人同意由我代办').check()
  await agent.getByLabel('姓名', { exact: true }).fill(VILLAGER.name)
  await agent.getByLabel('身份证号', { exact: true }).fill(VILLAGER.idNo)
  await agent.getByLabel('电话', { exact: true }).fill(VILLAGER.phone)
  await agent.getByText('材料都齐了').tap()
  await agent.getByLabel('拍照：注销登记表').setInputFiles(photo)
  await says(agent, '已有 1 份')
  await agent.getByLabel('纸上签，拍照').check()
  await agent.getByLabel('拍委托书').setInputFiles(photo)
  await agent.locator('section[aria-labelledby="v-authority"]').getByText('已有 1 份').waitFor()
  await agent.getByLabel('不是', { exact: true }).check()
}

/** A file as a phone's camera hands it over. */
export interface Taken {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

// A picture as a camera would give one: drawn in the page, because no photo lies in the repository.
export async function photoOf(page: Page): Promise<Taken> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 240
    canvas.height = 160
    const pen = canvas.getContext('2d')
    pen?.fillRect(20, 20, 120, 80)
    return canvas.toDataURL('image/jpeg', 0.8)
  })
  return {
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(address.split(',')[1] ?? '', 'base64'),
  }
}

async function numberIn(answer: Promise<unknown>): Promise<string | undefined> {
  const { results } = SyncAnswer.parse(await answer)
  return results.find(({ number }) => number !== null)?.number ?? undefined
}

async function sendAgain({ stage }: Story): Promise<void> {
  const { body, number } = handedOn(sent, 'village')
  const agent = await stage.signIn('v05')
  const { results } = required(await agent.post('/sync', body, SyncAnswer), 'the same submission again')
  equal(results[0]?.status, 'duplicate')
  equal(results[0]?.number, number)
  const supervisor = await stage.signIn('supervisor')
  const cases = required(
    await supervisor.get('/api/cases?village=05&limit=50', CaseList),
    'cases of the village',
  )
  equal(cases.items.length, 1)
}

async function readLogBooks({ stage, scan }: Story): Promise<void> {
  const { agent, number, caseId } = handedOn(sent, 'village')
  await agent.getByText('看这个办件').tap()
  await stands(agent, 'V-4', 'received')
  await scan(agent, 'V-4', 'staff')
  await agent.getByRole('link', { name: '首页' }).tap()
  await agent.getByText('代办台账').first().tap()
  await partSays(agent, 'log-book.row', number)
  await partSays(agent, 'log-book.row', '示*丁')
  await scan(agent, 'V-4 log book', 'staff')
  const other = await scanDoors({ stage, scan }, 'v06')
  await says(other, '台账还是空的')
  await other.goto(`${stage.url}/village/cases/${caseId}`)
  await stage.enterPin(other)
  await says(other, '没有这个办件')
  await other.close()
}

async function lookAtPages({ scan }: Story): Promise<void> {
  const { agent, caseId } = handedOn(sent, 'village')
  await scanPages(agent, caseId, { scan })
}

async function acceptAtWindow({ desk1, phones, cases, scan }: Story): Promise<void> {
  const { agent, caseId, number } = handedOn(sent, 'village')
  const phone = handedOn(phones, 'village')
  await stands(phone, 'P-2', 'received')
  await says(phone, '是否受理，6月22日 前答复')
  await scan(phone, 'P-2 received', 'public')
  await desk1.locator(`.desk-todo a[href="/cases/${caseId}"]`).click()
  await stands(desk1, 'C-3', 'normal')
  await says(desk1, '来源 石桥村代办点')
  await says(desk1, /村里登记 6月12日/)
  await says(desk1, /镇中心收件 6月12日/)
  await says(desk1, '送上来用了 0 个工作日')
  await scan(desk1, 'C-3 village', 'staff')
  await act(desk1, '受理')
  await says(desk1, '最迟 6月22日（周一）17:30 前办结')
  await backToDesk(desk1)
  await says(phone, '最迟 6月22日 前办结')
  await partSays(agent, 'log-book.row', '已受理')
  await agent.close()
  cases.set('village', { caseId, receipt: { ...handedOn(cases, 'notice').receipt, caseNumber: number } })
}
