/** What supervisors and units read of cases: a sentence, a picture and a table of the same numbers, and its files. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { CaseReport } from '@counter/shared/contract/case-reports'
import type { ReportTable } from '@counter/shared/contract/reports'
import type { Page } from 'playwright-core'
import { unzip } from '../../../counter-server/test/unzip.ts'
import { anything, required } from '../../api/caller.ts'
import { tooWide } from '../scan.ts'
import { says, stands } from '../see.ts'
import type { Stage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

export const CASE_REPORTS: readonly HallScenario[] = [
  {
    title:
      '[S29] figures of cases: the picture, its sentence, the table and what the server says are the same',
    run: readMonth,
  },
  { title: '[S29] a table of cases as a Word file has the figures of the screen', run: takeOut },
  {
    title: '[S29] the board shows who decides in time, against the target, by unit and by village',
    run: seeOnTime,
  },
  { title: '[S29, C402] a unit reads its own figures, the leader no single clerk', run: readOwn },
]

/** Six certificates, each finished on the spot: enough for a share. */
async function finishSome(stage: Stage): Promise<void> {
  const clerk = await stage.signIn('clerk1')
  for (let n = 0; n < 6; n += 1)
    required(await clerk.command('/api/cases', RECEIPT, anything), 'a case finished on the spot')
}

const RECEIPT = {
  ticketId: null,
  item: 'SB-005',
  applicant: {
    name: '示例辛',
    idNo: '999999199001010016',
    phone: '19900000008',
    village: '03',
    address: '示例组1号',
  },
  materials: [{ name: '居民身份证', state: 'received' }],
  step: 'finish_on_spot',
  result: '已认证',
  delivery: { way: 'collect', receiver: '示例辛' },
} as const

async function said(stage: Stage, page: Page): Promise<CaseReport> {
  const supervisor = await stage.signIn('supervisor')
  const { searchParams } = new URL(page.url())
  const from = searchParams.get('from') ?? '2026-06-01'
  return required(
    await supervisor.get(`/api/reports/cases?from=${from}&to=2026-06-30`, CaseReport),
    'the report',
  )
}

async function readMonth({ stage, scan }: Story): Promise<void> {
  await finishSome(stage)
  const page = await stage.staffPage('supervisor', '/reports')
  await page.getByRole('link', { name: '办件' }).click()
  await stands(page, 'L-6', 'normal')
  const { tables } = await said(stage, page)
  const units = tables.find(({ name }) => name === 'cases_unit')
  ok(units)
  deepEqual(await shownCells(page, 'cases_unit'), cellsOf(units))
  // The seven units and the hall's own, whether they had a case or not.
  equal(units.rows.length, 8)
  const block = page.getByTestId('report.card.cases_unit')
  const unit = units.rows.find(({ key }) => key === 'SB')
  const [n, of] = ['on_time', 'decided'].map((column) => unit?.cells[units.columns.indexOf(column as never)])
  await block
    .locator('svg text')
    .filter({ hasText: `${unit?.name} ${n}/${of}` })
    .waitFor()
  await block.locator('figcaption').filter({ hasText: /按时/ }).waitFor()
  await scan(page, 'L-6', 'staff')
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 768 })
    equal(await tooWide(page), 0)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByLabel('分组').selectOption({ label: '按村' })
  ok(page.url().includes('by=village'))
  equal(await page.getByTestId('report.card.cases_village').locator('tbody tr').count(), 12)
  await page.getByRole('button', { name: '年' }).click()
  await page.getByTestId('report.card.cases_month').locator('svg').waitFor()
  await page.close()
}

/** What the table shows, row by row; an empty cell is a dash. */
async function shownCells(page: Page, table: string): Promise<string[][]> {
  const rows = await page.locator(`table[data-table="${table}"] tbody tr`).all()
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
}

function cellsOf({ rows }: ReportTable): string[][] {
  return rows.map(({ name, cells }) => [
    name ?? '',
    ...cells.map((cell) => (cell === 'few' ? '样本少' : String(cell ?? '–'))),
  ])
}

async function takeOut({ stage }: Story): Promise<void> {
  const page = await stage.staffPage('supervisor', '/reports/cases')
  await stands(page, 'L-6', 'normal')
  const shown = await shownCells(page, 'cases_unit')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出办件按单位 DOCX' }).click(),
  ])
  equal(download.suggestedFilename(), '办件按单位_2026-06-01_2026-06-30.docx')
  const xml = String(unzip(await readFile(await download.path())).get('word/document.xml'))
  const lines = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([line]) =>
    [...line.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? ''),
  )
  deepEqual(lines.slice(1), shown)
  ok(xml.includes('制表岗位：中心负责人'))
  await page.close()
}

async function seeOnTime({ stage, scan }: Story): Promise<void> {
  const page = await stage.staffPage('supervisor', '/supervise')
  const units = page.getByTestId('report.card.cases_unit')
  const row = units.locator('tbody tr').filter({ hasText: '社保所' })
  await row.waitFor()
  const [, of, n] = await row.locator('th, td').allTextContents()
  await units
    .locator('svg text')
    .filter({ hasText: `社保所 ${n}/${of}` })
    .waitFor()
  await units.locator('svg text').filter({ hasText: '目标 95%' }).waitFor()
  await scan(page, 'L-1 on time', 'staff')
  await units.getByRole('button', { name: '按村' }).click()
  equal(await page.getByTestId('report.card.cases_village').locator('tbody tr').count(), 11)
  await page
    .getByTestId('report.card.cases_month')
    .locator('figcaption')
    .filter({ hasText: /本月/ })
    .waitFor()
  await page.close()
}

async function readOwn({ stage }: Story): Promise<void> {
  const unit = await stage.staffPage('sb', '/reports/cases')
  await stands(unit, 'L-6', 'normal')
  deepEqual(
    (await shownCells(unit, 'cases_unit')).map(([name]) => name),
    ['社保所'],
  )
  equal(await unit.getByTestId('report.card.cases_staff').count(), 0)
  await unit.close()
  const leader = await stage.staffPage('leader', '/reports/cases')
  await stands(leader, 'L-6', 'normal')
  await says(leader, /收件 \d+ 件/)
  equal(await leader.getByTestId('report.card.cases_staff').count(), 0)
  await leader.close()
}
