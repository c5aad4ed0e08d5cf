/** What the supervisor reads of the days: pictures with their tables, files, and the load of today. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { tooWide } from '../scan.ts'
import { says, stands } from '../see.ts'
import type { HallScenario, Story } from '../story.ts'
import { playVisits } from '../visits.ts'

export const REPORTS: readonly HallScenario[] = [
  {
    title: '[S29] each figure of the day is a picture with a sentence and the table of the same numbers',
    run: readDay,
  },
  {
    title: '[S29] a month, another table, a file, an empty day, and the leader without single clerks',
    run: lookFurther,
  },
  { title: '[S29] the board shows how full the hall is by the hour', run: seeLoad },
]

const DAY = '2026-06-24'

async function readDay({ stage, scan }: Story): Promise<void> {
  await playVisits(stage, `${DAY}T01:00:00.000Z`)
  const page = await stage.staffPage('supervisor', '/reports')
  await stands(page, 'L-5', 'normal')
  await says(page, /9:00 等得最久|09:00 等得最久/)
  const hours = page.getByTestId('report.card.hour')
  await hours.locator('svg').waitFor()
  const cells = await hours.locator('tbody tr').first().locator('th, td').allTextContents()
  equal(cells[0], '09:00')
  // The bar of nine o'clock has the mean of the table written on it.
  await hours
    .locator('svg text')
    .filter({ hasText: cells[5] ?? '' })
    .first()
    .waitFor()
  deepEqual(await page.locator('[data-testid^="report.card"] figcaption:empty').count(), 0)
  await scan(page, 'L-5', 'staff')
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 768 })
    equal(await tooWide(page), 0)
  }
  await page.close()
}

async function lookFurther({ stage, scan }: Story): Promise<void> {
  const page = await stage.staffPage('supervisor', '/reports')
  await stands(page, 'L-5', 'normal')
  await page.getByRole('button', { name: '月' }).click()
  await page
    .getByTestId('report.card.day')
    .locator('tr')
    .filter({ hasText: '2026-06-14' })
    .getByText('无数据')
    .waitFor()
  await page.getByLabel('再看一张表').selectOption({ label: '按业务线' })
  ok(page.url().includes('span=month') && page.url().includes('by=line'))
  await page.getByTestId('report.card.line').waitFor()
  await scan(page, 'L-5 month', 'staff')
  deepEqual(await fileOf(page, '导出按小时 CSV'), ['按小时', '取号', '已办'])
  await page.getByRole('button', { name: '日', exact: true }).click()
  await page.getByLabel('日期').fill('2026-06-14')
  await stands(page, 'L-5', 'empty')
  await says(page, '这段时间没有取号')
  await page.close()
  const leader = await stage.staffPage('leader', '/reports')
  await stands(leader, 'L-5', 'normal')
  await leader.getByTestId('report.card.fairness').waitFor()
  equal(await leader.getByTestId('report.card.fairness_by_staff').count(), 0)
  await leader.close()
}

async function fileOf(page: Page, button: string): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  ok(download.suggestedFilename().endsWith('.csv'))
  const text = await readFile(await download.path(), 'utf8')
  return text.slice(1).split('\r\n')[0]?.split(',').slice(0, 3) ?? []
}

async function seeLoad({ stage, scan }: Story): Promise<void> {
  const page = await stage.staffPage('supervisor', '/supervise')
  const load = page.getByTestId('l1.card.load')
  await load.locator('svg').waitFor()
  await says(page, /点最多，同时等/)
  await page.getByTestId('l1.card.quotes').waitFor()
  await scan(page, 'L-1 load', 'staff')
  await page.close()
}
