/** The administrator's day, and the hall guide (A-3, A-7, issue line 14). */
import { match } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import { anything, required } from '../../api/caller.ts'
import { partWords, says, stands } from '../see.ts'
import type { HallScenario, Story } from '../story.ts'

const TABLET = { width: 1024, height: 768 } as const
const PASSWORD = 'Mianyang-2026-x'

export const ADMIN: readonly HallScenario[] = [
  { title: '[P20] a new clerk sets the own password by the code and opens a window', run: firstSignIn },
  { title: '[C1502] a rule that was changed counts from the next number', run: changeRule },
  { title: '[Q28] the hall guide gives out a number and restores a missed one', run: greet },
]

async function firstSignIn({ stage, scan }: Story): Promise<void> {
  const admin = await stage.staffPage('admin', '/admin/people')
  await stands(admin, 'A-3', 'normal')
  await scan(admin, 'A-3', 'staff')
  await admin.getByRole('button', { name: '新增账号' }).click()
  await admin.getByLabel('用户名').fill('new.clerk')
  await admin.getByLabel('岗位名').fill('机动窗口岗')
  await admin.getByLabel('原因').fill('新来的')
  await admin.keyboard.press('Control+s')
  const told = await admin.getByText(/登录码 /).textContent()
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told ?? '') ?? []
  const page = await stage.openPage('/desk', { width: 1366, height: 768 })
  await page.getByRole('button', { name: /用登录码/ }).click()
  await page.locator('input[name="username"]').fill('new.clerk')
  await page.locator('input[name="code"]').fill(code)
  await page.locator('input[name="password"]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await stands(page, 'C-0', 'windows')
  await page.locator('.tiles button.tile').last().click()
  await page.locator('[data-screen="C-1"]').waitFor()
  await page.close()
  await admin.close()
}

async function changeRule({ stage, scan }: Story): Promise<void> {
  const admin = await stage.staffPage('admin', '/admin/rules')
  await stands(admin, 'A-7', 'normal')
  await scan(admin, 'A-7', 'staff')
  await admin.locator('[id="rule-line.classSeries"]').uncheck()
  await admin.getByLabel('原因').fill('一条队更好懂')
  await admin.keyboard.press('Control+s')
  await says(admin, '已保存')
  const clerk = await stage.signIn('clerk3')
  const issued = await clerk.command('/api/tickets', { topic: 'relief', cls: 'priority' }, IssuedTicket)
  match(required(issued, 'a number after the change').number, /^综 /)
  await admin.locator('[id="rule-line.classSeries"]').check()
  await admin.getByLabel('原因').fill('改回来')
  await admin.keyboard.press('Control+s')
  await says(admin, '改回来')
  await admin.close()
}

async function greet({ stage, scan }: Story): Promise<void> {
  const guide = await stage.staffPage('clerk4', '/greet', TABLET)
  await stands(guide, 'G-1', 'normal')
  await scan(guide, 'G-1', 'staff')
  await guide.locator('[data-topic="relief"]').click()
  match(await partWords(guide, 'greet.number'), /^综 \d{3}$/)
  await scan(guide, 'G-1 number', 'staff')
  await guide.getByRole('button', { name: '发下一个' }).click()
  const clerk = await stage.signIn('clerk3')
  required(await clerk.command('/api/windows/3/open', {}, anything), 'window 3')
  const called = required(await clerk.command('/api/windows/3/next', {}, anything), 'the next') as {
    ticket: { id: string; number: string }
  }
  const { id, number } = called.ticket
  const missed = { reason: '叫了没人应', isConfirmed: true }
  required(await clerk.command(`/api/tickets/${id}/miss`, missed, anything), 'missed')
  const restore = guide.getByRole('button', { name: `恢复 ${number}` })
  await restore.click()
  await restore.waitFor({ state: 'detached' })
  await guide.locator('.greet-find input').fill(number)
  await guide.locator('.greet-find button').click()
  await guide.locator('.greet-found[data-status="waiting"]').waitFor()
  await guide.close()
}
