import { CaseAnswer } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import { stands } from '../acceptance/see.ts'
import { anything, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { acceptCases } from './residents.ts'

/** Three working days after the first promise of five was missed. */
const LATE = '2026-06-25T10:00:00.000Z'

/** Supervision orders, what waits for a signature, and the board's filters. */
export async function paintSupervision(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const cases = await acceptCases(await stage.signIn('clerk3'))
  const [first, second] = cases.filter(({ unit }) => unit === 'MZ')
  const handler = await stage.signIn('mz')
  const act = async (id: string, name: string, body: object) =>
    required(await handler.command(`/api/cases/${id}/${name}`, body, CaseAnswer), name)
  if (second !== undefined) await act(second.id, 'extend', { days: 3, reason: '需专家现场核实' })
  const supervisor = await stage.signIn('supervisor')
  const order = { level: 'deputy_leader', rule: 'complaint', content: '群众来电反映久拖未办，请说明原因' }
  required(await supervisor.command(`/api/cases/${first?.id}/supervise`, order, anything), 'supervise')
  const leader = await stage.staffPage('leader', '/sign')
  await paint(gallery, leader, 'L-3', 'sign-1')
  await leader.getByRole('button', { name: /^批准/ }).first().click()
  await paint(gallery, leader, 'L-3', 'sign-2-approving')
  const done = cases.slice(2).find(({ unit }) => unit !== 'MZ')
  const office = await stage.signIn((done?.unit ?? '').toLowerCase())
  const granted = { decision: 'granted', result: '同意' }
  required(await office.command(`/api/cases/${done?.id}/decide`, granted, CaseAnswer), 'decide')
  const clerk = await stage.signIn('clerk2')
  const silent = { way: 'phone', isReached: false }
  required(await clerk.command(`/api/cases/${done?.id}/tell-result`, silent, CaseAnswer), 'tell')
  await stage.moveClock(LATE)
  const today = await stage.staffPage('supervisor', '/supervise')
  await today.locator('[data-testid="order"]').first().waitFor()
  await paint(gallery, today, 'L-1', 'supervise-2-orders')
  const page = await stage.staffPage('supervisor', `/cases/${first?.id}`)
  await page.getByRole('button', { name: '发督办单' }).click()
  await paint(gallery, page, 'C-3', 'case-2-supervised')
  const unit = await stage.staffPage('mz', '/unit')
  await unit
    .getByRole('button', { name: /^回复督办/ })
    .first()
    .click()
  await paint(gallery, unit, 'B-1', 'unit-2-replying')
  const results = await stage.staffPage('clerk2', '/results')
  await results.getByTestId('result').first().waitFor()
  await paint(gallery, results, 'C-5', 'results-1')
  const board = await stage.staffPage('supervisor', '/board?order=yes&channel=window')
  await paint(gallery, board, 'C-4', 'board-2-orders')
}

async function paint(gallery: Gallery, page: Page, screen: string, name: string): Promise<void> {
  await stands(page, screen)
  await page.locator(`[data-screen="${screen}"]:not([data-state="loading"])`).first().waitFor()
  await gallery.look(page, name)
}
