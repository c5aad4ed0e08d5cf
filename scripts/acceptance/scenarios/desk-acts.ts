/** The acts at a number of the line, all by keys. */
import { equal } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { required } from '../../api/caller.ts'
import { consult, pressF2 } from '../desk.ts'
import { partSays, partWords, says, saysNoMore, stands, tabTo } from '../see.ts'
import type { HallScenario, Story } from '../story.ts'

export const DESK_ACTS: readonly HallScenario[] = [
  {
    title: '[S18, S2] a number is called out of order by keys, and the window says why and whom it passed',
    run: pickByKeys,
  },
]

const PICKED_AT = '2026-06-12T01:51:00.000Z'

async function pickByKeys(story: Story): Promise<void> {
  const { stage, scan } = story
  const desk = await stage.deskPage(3)
  await stage.moveClock(PICKED_AT)
  const [, last] = await give(stage, 2)
  const own = last?.number ?? ''
  await stands(desk, 'C-1', 'idle')
  await tabTo(desk, `[aria-label="${own} 怎么办"]`)
  await desk.keyboard.press('Enter')
  await says(desk, '先叫这个号')
  await scan(desk, 'C-1 line acts', 'staff')
  await desk.keyboard.press('Enter')
  await says(desk, `先叫 ${own} 的原因`)
  await desk.keyboard.press('Enter')
  await stands(desk, 'C-1', 'called')
  equal((await partWords(desk, 'desk.number')).startsWith(own), true)
  await tabTo(desk, '.why summary')
  await desk.keyboard.press('Enter')
  await partSays(desk, 'desk.why', '不按顺序，点名叫的')
  await partSays(desk, 'desk.why', '要赶车')
  await scan(desk, 'C-1 why', 'staff')
  await consult(desk)
  await clearLine(desk)
  await leave(desk)
}

async function give(stage: Story['stage'], count: number): Promise<readonly IssuedTicket[]> {
  const supervisor = await stage.signIn('supervisor')
  const issued: IssuedTicket[] = []
  for (let each = 0; each < count; each++)
    issued.push(
      required(
        await supervisor.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, IssuedTicket),
        'a number of the hall guide',
      ),
    )
  return issued
}

// The window is free again for the scenarios to come.
async function leave(desk: Page): Promise<void> {
  await desk.keyboard.press('Control+k')
  await desk.locator('dialog input').waitFor()
  await desk.keyboard.type('gck')
  await desk.keyboard.press('Enter')
  await says(desk, '今天在哪个窗口办事？')
  await desk.context().close()
}

// Whoever still waits is served, so that the hall is as the next scenario expects it.
async function clearLine(desk: Page): Promise<void> {
  while ((await desk.locator('[data-screen="C-1"]').getAttribute('data-state')) === 'idle') {
    await pressF2(desk)
    await stands(desk, 'C-1', 'called')
    await consult(desk)
  }
  await saysNoMore(desk, '正在叫号…')
}
