/** A hall of its own that closes at half past five: whoever is left is asked and booked for another day. */
import { equal } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { anything, required } from '../../api/caller.ts'
import { partSays, says, saysNoMore, stands } from '../see.ts'
import { type Stage, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

/** While numbers are still given; ten minutes before closing, and one after. */
const GIVEN = '2026-06-12T08:50:00.000Z'
const BEFORE = '2026-06-12T09:20:00.000Z'
const AFTER = '2026-06-12T09:31:00.000Z'

export const EVENING: readonly HallScenario[] = [
  {
    title: '[Q42] who is left after closing is listed at the desk, and one press each books another day',
    run: bookTheRest,
  },
]

async function bookTheRest({ scan }: Story): Promise<void> {
  const stage = await startStage({ at: GIVEN })
  const [first, second] = await twoWait(stage)
  await stage.moveClock(BEFORE)
  const desk = await stage.deskPage(1)
  await stands(desk, 'C-1', 'idle')
  equal(await desk.getByTestId('remaining').count(), 0)
  await stage.moveClock(AFTER)
  // The list is looked at each minute, by the page's own clock; this one looks now.
  await desk.reload()
  await partSays(desk, 'remaining', '▲ 今天可能办不到：2 个号')
  await scan(desk, 'C-1 remaining', 'staff')
  await bookByPress(desk, first)
  await partSays(desk, 'remaining', '▲ 今天可能办不到：1 个号')
  await bookByPress(desk, second)
  await saysNoMore(desk, '问一声要不要改约')
  await scan(desk, 'C-1 all booked', 'staff')
  await stands(desk, 'C-1', 'idle-empty')
  await stage.close()
}

async function twoWait(stage: Stage): Promise<readonly [string, string]> {
  const admin = await stage.signIn('admin')
  const hours = { value: false, reason: '按上班时间' }
  required(await admin.command('/api/settings/hall.alwaysOpen', hours, anything), 'a hall with hours')
  const kiosk = await stage.device('kiosk', '取号机 2')
  const take = async () => {
    const order = { topic: 'relief', cls: 'ordinary' }
    return required(await kiosk.command('/api/tickets', order, IssuedTicket), 'a number').number
  }
  const first = await take()
  await stage.moveClock('2026-06-12T08:51:00.000Z')
  return [first, await take()]
}

async function bookByPress(desk: Page, number: string): Promise<void> {
  await desk.getByRole('button', { name: new RegExp(`^${number} 改约 .*6月15日.* 08:30$`) }).press('Enter')
  await says(desk, new RegExp(`✓ ${number} 改约 .*08:30，预约码 \\w{4}-\\w{4}$`))
}
