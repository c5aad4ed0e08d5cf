/** A day on paper: spare numbers before the outage, and what was served during it entered by keys alone (Q35). */
import { equal } from 'node:assert/strict'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Page } from 'playwright-core'
import { required } from '../../api/caller.ts'
import { says, stands, tabTo } from '../see.ts'
import type { Stage } from '../stage.ts'
import type { PaperScenario, PaperStory } from './paper.ts'

export const PAPER_DAY: readonly PaperScenario[] = [
  {
    title:
      '[Q35] spare numbers are printed, and a morning on paper is entered by keys alone, its wrong row named',
    run: enterLater,
  },
]

const BEFORE = '2026-06-12T02:00:00.000Z'
const AFTER = '2026-06-12T03:30:00.000Z'

/** The columns between the number and the end of a row, as the hands go. */
interface Line {
  readonly number: string
  readonly taken: string
  readonly started: string
  readonly ended: string
}

async function enterLater({ stage, scan }: PaperStory): Promise<void> {
  await stage.moveClock(BEFORE)
  const kiosk = await stage.device('kiosk', '取号机 9')
  const issued = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, IssuedTicket)
  const { number } = required(issued, 'a number before the outage')
  await printSpares(await openPapers(stage))
  await stage.moveClock(AFTER)
  // Nobody has pressed anything for an hour and a half, so the guide signs in again.
  const page = await openPapers(stage)
  // The cursor stands in the first row by itself.
  await typeLine(page, { number, taken: '1000', started: '1010', ended: '1018' }, 'relief')
  await page.keyboard.press('Enter')
  await typeLine(page, { number: '备用 001', taken: '1012', started: '1018', ended: '1025' })
  await page.keyboard.press('Enter')
  await typeLine(page, { number: '备用 001', taken: '1015', started: '1025', ended: '1031' })
  await page.keyboard.press('Control+Enter')
  await says(page, '■ 第 3 行 和上面重复')
  await scan(page, 'G-2 wrong row', 'staff')
  const wrong = page.getByLabel('第 3 行 号')
  await tabTo(page, '[aria-label="第 3 行 号"]')
  equal(await wrong.getAttribute('aria-invalid'), 'true')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('备用 002')
  await page.keyboard.press('Control+Enter')
  await says(page, '✓ 已补录 3 个号，标明为补录')
  await scan(page, 'G-2 entered', 'staff')
  await isServed(page, number)
  await isServed(page, '备用 002')
  await page.close()
}

async function openPapers(stage: Stage): Promise<Page> {
  const page = await stage.staffPage('clerk4', '/greet/paper')
  await stands(page, 'G-2', 'normal')
  return page
}

async function printSpares(page: Page): Promise<void> {
  await tabTo(page, 'input[type="number"][max="100"]')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('8')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await says(page, /备用 001 到 008/)
  await page.close()
}

/** Number, window, matter, class, three times, how it ended: Tab goes on, and a fresh row knows window and matter. */
async function typeLine(
  page: Page,
  { number, taken, started, ended }: Line,
  topic: 'relief' | 'known' = 'known',
): Promise<void> {
  await page.keyboard.insertText(number)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  // The second matter of the list, as the hands reach it.
  if (topic === 'relief') for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  for (const [place, time] of [taken, started, ended].entries()) {
    if (place > 0) await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(time)
  }
}

async function isServed(page: Page, number: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/greet`)
  await page.locator('.greet-find input').fill(number)
  await page.keyboard.press('Enter')
  await page.locator('.greet-found[data-status="served"]').waitFor()
}
