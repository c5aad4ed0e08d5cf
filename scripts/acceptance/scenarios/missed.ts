/** A hall of its own: who does not come, comes back, and comes back too often; and a window that another clerk takes over. */
import { equal } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { type Caller, required } from '../../api/caller.ts'
import { consult, isFree, next } from '../desk.ts'
import { partSays, partWords, says, stands } from '../see.ts'
import { type Stage, startStage } from '../stage.ts'
import type { HallScenario, Story } from '../story.ts'

interface MissedHall {
  readonly stage: Stage
  readonly kiosk: Page
  readonly wall: Page
  readonly desk: Page
  /** Seven residents in the order in which they came. */
  readonly tickets: readonly IssuedTicket[]
  seconds: number
}

let opened: Promise<MissedHall> | null = null

export const MISSED: readonly HallScenario[] = [
  {
    title: '[S23] F8 is refused before two calls 30 s apart; after them the wall lists the number',
    run: missFirst,
  },
  { title: '[S9] a scanned slip comes back three places behind, and is called fourth', run: comeBack },
  {
    title: '[S9] the third restore of one number is refused, and a finished number says that it is done',
    run: comeTooOften,
  },
  { title: '[S23] a window in use is taken over with a reason, and its first screen says so', run: takeOver },
]

function hall(): Promise<MissedHall> {
  opened ??= openHall()
  return opened
}

async function openHall(): Promise<MissedHall> {
  const stage = await startStage()
  const taker = await stage.device('kiosk', '取号机 2')
  const tickets: IssuedTicket[] = []
  for (let place = 1; place <= 7; place += 1) {
    await stage.moveClock(`2026-06-12T01:4${place}:00.000Z`)
    tickets.push(await take(taker))
  }
  await stage.moveClock('2026-06-12T01:50:00.000Z')
  return {
    stage,
    kiosk: await stage.devicePage('kiosk', '取号机 1'),
    wall: await stage.devicePage('wall', '大屏 1'),
    desk: await stage.deskPage(2),
    tickets,
    seconds: 0,
  }
}

async function take(kiosk: Caller): Promise<IssuedTicket> {
  const order = { topic: 'relief', cls: 'ordinary' }
  return required(await kiosk.command('/api/tickets', order, IssuedTicket), 'a number')
}

/** Half a minute and a second pass. */
async function wait(story: MissedHall): Promise<void> {
  story.seconds += 31
  const at = Date.parse('2026-06-12T01:50:00.000Z') + story.seconds * 1_000
  await story.stage.moveClock(new Date(at).toISOString())
}

/** F4 and F8 as the rule wants them, for whoever does not come. */
async function missCalled(story: MissedHall): Promise<void> {
  const { desk } = story
  // Whom nobody could hear is not missed without a question (Q26).
  await partSays(desk, 'desk.wall-ack', '已播报 ✓')
  await wait(story)
  await desk.keyboard.press('F4')
  await says(desk, /第 2 次/)
  await wait(story)
  await desk.keyboard.press('F8')
  await isFree(desk)
}

async function missFirst({ scan }: Story): Promise<void> {
  const story = await hall()
  const { desk, wall } = story
  await stands(desk, 'C-1', 'idle')
  await next(desk)
  equal(await partWords(desk, 'desk.number'), '综 001')
  await desk.keyboard.press('F8')
  await says(desk, /还不能过号/)
  await scan(desk, 'C-1 missed too early', 'staff')
  await desk.keyboard.press('Escape')
  await missCalled(story)
  await partSays(wall, 'wall.missed', '综 001')
  await scan(wall, 'W-1 missed', 'public')
}

async function restoreByScan({ kiosk, tickets }: MissedHall, place = 0): Promise<void> {
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByText('过号恢复').tap()
  await stands(kiosk, 'K-5')
  await kiosk.keyboard.type(tickets[place]?.link ?? '')
  await kiosk.keyboard.press('Enter')
  await says(kiosk, '恢复这张小票的号？排在 3 个人后面')
  await kiosk.getByTestId('k5.restore').tap()
}

async function comeBack({ scan }: Story): Promise<void> {
  const story = await hall()
  const { kiosk, desk } = story
  await restoreByScan(story)
  await says(kiosk, '综 001 恢复了，排在 3 个人后面')
  await scan(kiosk, 'K-5 restored', 'public')
  await kiosk.getByText('返回').tap()
  await serve(desk, ['综 002', '综 003', '综 004'])
  await next(desk)
  equal(await partWords(desk, 'desk.number'), '综 001')
}

async function serve(desk: Page, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    await next(desk)
    equal(await partWords(desk, 'desk.number'), number)
    await consult(desk)
  }
}

// The last sentence of the rule needs the number a third time (Q28).
async function comeTooOften({ scan }: Story): Promise<void> {
  const story = await hall()
  const { kiosk, desk } = story
  await missCalled(story)
  await restoreByScan(story)
  await says(kiosk, '综 001 恢复了，排在 3 个人后面')
  await kiosk.getByText('返回').tap()
  await serve(desk, ['综 005', '综 006', '综 007'])
  await next(desk)
  equal(await partWords(desk, 'desk.number'), '综 001')
  await missCalled(story)
  await restoreByScan(story)
  await says(kiosk, '已恢复过 2 次，请重新取号')
  await scan(kiosk, 'K-5 refused', 'public')
  await kiosk.getByText('返回').tap()
  await restoreByScan(story, 1)
  await says(kiosk, /这个号已经办完/)
  await kiosk.getByText('返回').tap()
  await desk.getByRole('button', { name: '恢复 综 001' }).click()
  await says(desk, '已恢复过 2 次，请重新取号')
  await scan(desk, 'C-1 restored too often', 'staff')
}

async function takeOver({ scan }: Story): Promise<void> {
  const { stage, desk } = await hall()
  const other = await stage.staffPage('clerk3')
  const used = other.locator('.tile-used')
  await used.filter({ hasText: '2号窗口正在由' }).getByRole('button', { name: '接管' }).click()
  await scan(other, 'C-0 take-over', 'staff')
  await other.getByLabel('接管的原因').fill('同事临时有事')
  await other.keyboard.press('Enter')
  await stands(other, 'C-1')
  await says(desk, /本窗口已由 .* 接管.*原因：同事临时有事/)
  await scan(desk, 'C-1 taken over', 'staff')
  await stage.close()
}
