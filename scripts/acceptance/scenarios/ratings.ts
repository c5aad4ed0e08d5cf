/** A resident rates what was done, and a supervisor follows a low rating up. */
import { deepEqual, equal } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { anything, required } from '../../api/caller.ts'
import { tooWide } from '../scan.ts'
import { says, stands } from '../see.ts'
import { SIZES, type Stage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

export const RATINGS: readonly HallScenario[] = [
  {
    title: '[S16, U28] five levels and 「本次不评价」 have one size; 不满意 opens a card with its two timers',
    run: rateLow,
  },
  { title: '[C1004] the card goes its way by keys alone until it is closed', run: followUp },
]

/** A visit that is over, by the secret of its slip. */
async function aServedVisit(stage: Stage): Promise<string> {
  const kiosk = await stage.device('kiosk', '取号机 9')
  const clerk = await stage.signIn('clerk3')
  required(await clerk.command('/api/windows/3/open', {}, anything), 'open')
  const taken = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, IssuedTicket)
  const { token, ticketId } = required(taken, 'take')
  // Others of the story still wait; this one is called out of order.
  const pick = { ticketId, reason: '只是取一张单子' }
  required(await clerk.command('/api/windows/3/pick', pick, anything), 'pick')
  required(await clerk.command(`/api/tickets/${ticketId}/start`, {}, anything), 'start')
  const outcome = { outcome: 'consulted', isLateEntry: false }
  required(await clerk.command(`/api/tickets/${ticketId}/finish`, outcome, anything), 'finish')
  required(await clerk.command('/api/windows/3/close', {}, anything), 'close')
  return token
}

async function rateLow({ stage, scan }: Story): Promise<void> {
  const token = await aServedVisit(stage)
  const phone = await stage.openPage(`/t#${token}`, SIZES.phone)
  await stands(phone, 'P-1', 'served')
  await phone.getByText('评价', { exact: true }).tap()
  await stands(phone, 'P-3', 'normal')
  await scan(phone, 'P-3', 'public')
  const sizes = await phone
    .locator('.levels button')
    .evaluateAll((buttons) => buttons.map((each) => [each.clientWidth, each.clientHeight]))
  equal(sizes.length, 6)
  for (const size of sizes) deepEqual(size, sizes[0])
  await phone.getByTestId('rate.4').tap()
  await phone.getByText('等得太久').tap()
  await phone.getByLabel('想要答复请留电话').fill('13800000001')
  await scan(phone, 'P-3 low', 'public')
  await fits(phone)
  await phone.getByText('提交').tap()
  await says(phone, '收到了。我们会在 15 个工作日内核实、整改；留了电话的会答复您。')
  await phone.reload()
  await says(phone, '这次服务已经评过了')
  await phone.context().close()
}

async function fits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 })
  equal(await tooWide(page), 0)
  await page.setViewportSize(SIZES.phone)
}

const STEPS = ['核实', '整改', '答复', '回访', '办结']

async function followUp({ stage, scan }: Story): Promise<void> {
  const page = await stage.staffPage('supervisor', '/supervise/ratings')
  await stands(page, 'L-2', 'normal')
  await says(page, '等得太久')
  await says(page, /联系最迟/)
  await scan(page, 'L-2', 'staff')
  for (const step of STEPS) {
    const words = page.getByLabel(`${step}：做了什么`)
    if (step === '整改') await page.getByRole('button', { name: '整改' }).first().press('Enter')
    await words.fill(`${step}了`)
    await words.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('li.card li strong').filter({ hasText: step }).waitFor()
  }
  await says(page, '差评 0 件在办')
  await page.setViewportSize({ width: 640, height: 768 })
  equal(await tooWide(page), 0)
  await page.close()
}
