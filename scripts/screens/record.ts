/** What an office does around its cases: the own day, leave, a second case of one matter, figures, removals, ledger and catalogue. */

import { CaseAnswer } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import { stands } from '../acceptance/see.ts'
import { anything, type Caller, required } from '../api/caller.ts'
import { broughtMaterials, readCatalogue } from '../play/catalogue.ts'
import { chanceOf } from '../play/chance.ts'
import type { Gallery } from './gallery.ts'
import { acceptCases, callAt } from './residents.ts'

const TWICE = { name: '示例丁', idNo: '999999196501010035', phone: '19900000041' } as const
const LEDGER = `旧编号*,事项*,姓名*,身份证号,电话,村,住址,收件日期*,受理日期,承诺日期,承办单位,备注
林26-007,LY-001,示例乙,999999199001010024,19900000002,石桥村,石桥村示例组2号,2026/6/3,2026年6月4日,2026-06-18,,材料在老柜子
社26-1,SB-009,示例丙,,,,,2026-06-01,,2026-06-10,,
`

export async function paintRecord(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const clerk = await stage.signIn('clerk3')
  const cases = await acceptCases(clerk)
  const own = await stage.staffPage('clerk3', '/my-day')
  await own.locator('table').waitFor()
  await gallery.look(own, 'own-day-1')
  await paintTwice(gallery, clerk)
  const open = cases.find(({ unit }) => unit === 'MZ')
  const mz = await stage.signIn('mz')
  required(await mz.command(`/api/cases/${open?.id}/take`, {}, anything), 'take')
  const unit = await stage.staffPage('mz', '/hand-over')
  await unit.getByRole('heading', { level: 2 }).first().waitFor()
  await gallery.look(unit, 'hand-over-1-unit')
  const page = await stage.staffPage('supervisor', '/hand-over')
  await page
    .getByRole('row', { name: /民政办经办/ })
    .getByRole('button')
    .click()
  await page.getByLabel('全选').check()
  await gallery.look(page, 'hand-over-2-supervisor')
  await page.goto(`${stage.url}/reports/cases`)
  await stands(page, 'L-6', 'normal')
  await gallery.look(page, 'reports-2-cases')
  await paintOffice(gallery)
  await paintTablet(gallery)
}

/** The administrator's pages around the record. */
async function paintOffice(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const page = await stage.staffPage('admin', '/admin/retention')
  await stands(page, 'A-10', 'normal')
  await gallery.look(page, 'admin-10-retention')
  await page.goto(`${stage.url}/admin/ledger`)
  await page.locator('input[type="file"]').waitFor({ state: 'attached' })
  await gallery.look(page, 'admin-9-ledger')
  const buffer = Buffer.from(LEDGER)
  await page.locator('input[type="file"]').setInputFiles({ name: '旧台账.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: '提交，等主管确认' }).waitFor()
  await gallery.look(page, 'admin-9-looked')
  const broken = Buffer.from(LEDGER.replace('LY-001', 'XX-1').replace('2026/6/3', '上周'))
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '旧台账.csv', mimeType: 'text/csv', buffer: broken })
  await page.getByText(/有 \d+ 处错误/).waitFor()
  await gallery.look(page, 'admin-9-broken')
  await page.goto(`${stage.url}/admin/items`)
  await stands(page, 'A-1', 'normal')
  await gallery.look(page, 'admin-1-items')
  await page.goto(`${stage.url}/admin/items/CZ-003`)
  await page.getByRole('button', { name: '改这个事项' }).waitFor()
  await gallery.look(page, 'admin-1-item')
  await page.getByRole('button', { name: '改这个事项' }).click()
  await page.locator('[data-part="committed"]').getByLabel('天数').fill('31')
  await page.keyboard.press('Control+s')
  await page.getByText('请说明时限理由').waitFor()
  await gallery.look(page, 'admin-1-draft')
  await page.goto(`${stage.url}/admin/calendar`)
  await stands(page, 'A-5', 'normal')
  await gallery.look(page, 'admin-5-calendar')
}

async function paintTwice(gallery: Gallery, clerk: Caller): Promise<void> {
  const { stage } = gallery
  const guide = await (await readCatalogue(clerk)).ofUnit('LY', chanceOf(7, 'screens'))
  if (guide === null) throw new Error('no item of LY')
  const body = {
    ticketId: null,
    item: guide.code,
    applicant: { ...TWICE, village: null },
    materials: broughtMaterials(guide),
    step: 'accept',
  }
  for (const what of ['the first case', 'the second case'])
    required(await clerk.command('/api/cases', body, CaseAnswer), what)
  const page: Page = await stage.staffPage('clerk3', '/board')
  await page.locator('tbody tr').first().waitFor()
  await gallery.look(page, 'board-3-duplicates')
  const last = required(await clerk.command('/api/cases', body, CaseAnswer), 'a third case').case.row
  await page.goto(`${stage.url}/cases/${last.id}`)
  await page.getByTestId('case.duplicates').waitFor()
  await page.getByRole('button', { name: '合并', exact: true }).first().click()
  await gallery.look(page, 'case-3-duplicates')
  await page.getByRole('button', { name: '改事项', exact: true }).click()
  await page.getByText('加附件', { exact: true }).click()
  await gallery.look(page, 'case-4-acts')
}

/** Nothing is served yet, somebody was; and what the unit says to a low rating. */
async function paintTablet(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const tablet = await stage.devicePage('rate', '评价器 3')
  await stands(tablet, 'R-0', 'placing')
  await gallery.look(tablet, 'tablet-1-where', { audience: 'public' })
  await tablet.getByRole('button', { name: /3/ }).first().click()
  await stands(tablet, 'R-0', 'serving')
  await gallery.look(tablet, 'tablet-2-serving', { audience: 'public' })
  const clerk = await stage.signIn('clerk3')
  required(await clerk.command('/api/windows/3/open', {}, anything), 'open')
  const kiosk = await stage.device('kiosk', '取号机 9')
  required(await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, anything), 'take')
  await callAt(clerk, 3, true)
  const desk = await stage.staffPage('clerk3', '/desk')
  await stands(desk, 'C-1')
  await desk.keyboard.press('F2')
  await gallery.look(desk, 'desk-9-serving')
}
