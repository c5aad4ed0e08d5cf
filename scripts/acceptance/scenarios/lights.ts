/** The clock moves: the lights change at their instants, each mark fires once, and the boards count them. */
import { deepEqual, equal } from 'node:assert/strict'
import { CaseDetail } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import { required } from '../../api/caller.ts'
import { says, stands } from '../see.ts'
import { type HallScenario, handedOn, type Story } from '../story.ts'

export const LIGHTS: readonly HallScenario[] = [
  { title: '[S24] green until the end of 17 June, yellow from 18 June 00:00', run: turnYellow },
  { title: '[S24] on the due day the phone and the unit say until when', run: reachDueDay },
  { title: '[S24] red after 17:30, and the days over are counted from the next day', run: turnRed },
  { title: '[S24] each mark fired once, over a restart too', run: fireOnce },
  { title: '[S25] board and overview count the red case by unit and by village', run: count },
]

async function turnYellow({ stage, phones, scan }: Story): Promise<void> {
  const phone = handedOn(phones, 'village')
  await stage.moveClock('2026-06-17T15:59:00.000Z')
  await light(phone, 'green', 'circle')
  await stage.moveClock('2026-06-17T16:00:00.000Z')
  await light(phone, 'yellow', 'triangle')
  await says(phone, '临期 · 还剩 1 个工作日')
  await scan(phone, 'P-2 yellow', 'public')
}

async function reachDueDay({ stage, phones, cases }: Story): Promise<void> {
  const phone = handedOn(phones, 'village')
  const { receipt } = handedOn(cases, 'village')
  await stage.moveClock('2026-06-22T02:00:00.000Z')
  await light(phone, 'yellow', 'triangle')
  await says(phone, '今天 17:30 到期')
  const unit = await stage.staffPage('sb', '/unit')
  const row = unit.getByTestId('board.row').filter({ hasText: receipt.caseNumber })
  await row.filter({ hasText: '今天 17:30 到期' }).waitFor()
  equal(await row.getAttribute('data-light'), 'yellow')
  await unit.close()
}

async function turnRed({ stage, phones, scan }: Story): Promise<void> {
  const phone = handedOn(phones, 'village')
  await stage.moveClock('2026-06-22T09:31:00.000Z')
  await light(phone, 'red', 'square')
  await says(phone, /已过今天 17:30/)
  await scan(phone, 'P-2 red', 'public')
  await stage.moveClock('2026-06-23T02:00:00.000Z')
  await says(phone, /超期 · 已超 1 个工作日/)
}

async function fireOnce({ stage, cases }: Story): Promise<void> {
  const { caseId } = handedOn(cases, 'village')
  await stage.restart()
  await stage.moveClock('2026-06-23T02:01:00.000Z')
  const supervisor = await stage.signIn('supervisor')
  const detail = required(await supervisor.get(`/api/cases/${caseId}`, CaseDetail), 'the case')
  // Yellow, red and the ladder's first step of the committed clock (C704); the statutory one of ten days reached neither.
  const marks = detail.events.filter(({ type }) => type === 'mark.fired').map(({ occurredAt }) => occurredAt)
  deepEqual(marks, ['2026-06-17T16:00:00.000Z', '2026-06-22T09:31:00.000Z', '2026-06-22T09:31:00.000Z'])
  equal(detail.orders.length, 1)
}

async function count({ stage, cases, scan }: Story): Promise<void> {
  const { receipt } = handedOn(cases, 'village')
  const page = await stage.staffPage('supervisor', '/supervise')
  await page.locator('[data-unit="SB"]').waitFor()
  await says(page, /超期 1 件/)
  equal(await redIn(page, '[data-unit="SB"]'), '1')
  equal(await redIn(page, '[data-village="05"]'), '1')
  await scan(page, 'L-1', 'staff')
  await page.getByRole('link', { name: '期限看板' }).click()
  await stands(page, 'C-4', 'normal')
  await page.getByTestId('board.row').filter({ hasText: receipt.caseNumber }).waitFor()
  equal(await page.locator('[data-testid="board.row"][data-light="red"]').count(), 1)
  equal(await page.getByTestId('board.count.red').textContent(), '超期 1')
  // The bar of every page counts what the board counts.
  const yellow = await page.getByTestId('board.count.yellow').locator('strong').textContent()
  await page
    .getByTestId('frame.todo')
    .filter({ hasText: `待办 ▲${yellow} ■1` })
    .waitFor()
  equal(await page.locator('[draggable="true"]').count(), 0)
  await scan(page, 'C-4', 'staff')
  await page.getByText('看板', { exact: true }).click()
  await page.locator('[data-column="red"]').filter({ hasText: receipt.caseNumber }).waitFor()
  await scan(page, 'C-4 columns', 'staff')
  await page.close()
}

async function light(page: Page, light: string, shape: string): Promise<void> {
  await page.locator(`[data-light="${light}"][data-shape="${shape}"]`).first().waitFor()
}

async function redIn(page: Page, row: string): Promise<string | null> {
  return page.locator(row).locator('td').first().textContent()
}
