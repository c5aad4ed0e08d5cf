/** The unit decides, the window delivers, and the resident's phone follows without a login. */
import { equal, match } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { says, stands } from '../see.ts'
import { type HallScenario, handedOn, type Story } from '../story.ts'
import { RESIDENT } from './intake.ts'

export const UNIT: readonly HallScenario[] = [
  {
    title: '[S15] the phone shows light, due date, stages and how it was counted, and no identity',
    run: readOnThePhone,
  },
  {
    title:
      '[S24, S22] the unit takes the case from its list and decides it; a note half written meanwhile stays',
    run: decide,
  },
  { title: '[S15] the window delivers, and the phone has followed every stage', run: deliver },
]

async function readOnThePhone({ phones, scan }: Story): Promise<void> {
  const phone = handedOn(phones, 'deadline')
  await says(phone, '最迟 6月22日 前办结')
  await phone.locator('[data-light="green"][data-shape="circle"]').first().waitFor()
  await says(phone, '正常 · 还剩 5 个工作日')
  await says(phone, '示*甲')
  await phone.getByText('怎么算的').tap()
  await says(phone, /端午/)
  const source = await phone.content()
  equal(source.includes(RESIDENT.idNo), false)
  equal(source.includes(RESIDENT.name), false)
  await scan(phone, 'P-2', 'public')
}

async function decide({ stage, cases, phones, scan }: Story): Promise<void> {
  const { receipt } = handedOn(cases, 'deadline')
  const phone = handedOn(phones, 'deadline')
  const unit = await stage.staffPage('sb', '/unit')
  await stands(unit, 'B-1', 'normal')
  const row = unit.getByTestId('board.row').filter({ hasText: receipt.caseNumber })
  await row.waitFor()
  equal(await row.getAttribute('data-light'), 'green')
  await scan(unit, 'B-1', 'staff')
  const note = await writeNote(stage, handedOn(cases, 'deadline').caseId)
  await row.locator('.row-link').focus()
  await unit.keyboard.press('Enter')
  await act(unit, '承办')
  await note.isKept()
  await says(phone, '社保所审核中')
  const opinion = unit.getByLabel('意见')
  await opinion.focus()
  await unit.keyboard.type('符合条件，同意注销，丧葬补助金已核定')
  await scan(unit, 'B-1 open', 'staff')
  await unit.keyboard.press('Control+Enter')
  await says(unit, '定了不能撤回')
  await scan(unit, 'B-1 review', 'staff')
  await unit.keyboard.press('Enter')
  await says(unit, /准予：符合条件/)
  await phone.locator('[data-light="done"][data-shape="check"]').first().waitFor()
  await says(phone, '按时办结')
  await unit.close()
}

/** A window writes at the same case; what it typed is still there when the unit has taken the case (S22). */
async function writeNote(stage: Story['stage'], caseId: string) {
  const page = await stage.staffPage('clerk4', `/cases/${caseId}`)
  await stands(page, 'C-3', 'normal')
  await page.getByRole('button', { name: '加备注', exact: true }).click()
  await page.getByLabel('备注', { exact: true }).fill('家属下午来')
  return {
    isKept: async () => {
      await says(page, '▲ 这件刚被别人改过，您填的还在。看一眼再提交')
      equal(await page.getByLabel('备注', { exact: true }).inputValue(), '家属下午来')
      await page.context().close()
    },
  }
}

async function deliver({ desk1, cases, phones, scan }: Story): Promise<void> {
  const phone = handedOn(phones, 'deadline')
  const { caseId } = handedOn(cases, 'deadline')
  await desk1.locator(`.desk-todo a[href="/cases/${caseId}"]`).click()
  await stands(desk1, 'C-3', 'normal')
  await scan(desk1, 'C-3', 'staff')
  await desk1.getByRole('button', { name: '送达', exact: true }).click()
  await desk1.getByLabel('领取人').fill(RESIDENT.name)
  await scan(desk1, 'C-3 form', 'staff')
  await desk1.keyboard.press('Control+Enter')
  await desk1.getByText('送达，定了').click()
  await says(desk1, '送达：已办好')
  await phone
    .locator('.stages li, ol li')
    .filter({ hasText: '送达' })
    .filter({ hasText: '6月12日' })
    .waitFor()
  match((await phone.locator('main').textContent()) ?? '', /社保所/)
  await scan(phone, 'P-2 delivered', 'public')
  await phone.close()
  await backToDesk(desk1)
}

/** Presses an act's button and sends its form. */
export async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: '确定', exact: true }).click()
  await says(page, `${name}：已办好`)
}

/** From a case back to the workbench, by the menu. */
export async function backToDesk(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: '工作台' }).click()
  await stands(desk, 'C-1')
}
