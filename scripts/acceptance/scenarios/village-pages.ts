/** Every page of a village agent's phone, as the first afternoon leaves it: scanned, walked by Tab, and narrow (U41, U43, U45). */
import { deepEqual, equal } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { tooWide } from '../scan.ts'
import { says, stands } from '../see.ts'
import { SIZES } from '../stage.ts'
import type { Story } from '../story.ts'
import { walkByTab } from './keys.ts'

/** Each page with what is looked at there: its screen, its state, and whether the walk by Tab is taken. */
const PAGES = [
  ['/village', 'V-1', 'normal', true],
  ['/village/outbox', 'V-3', 'normal', true],
  ['/village/cases', 'V-4', 'list', false],
  ['/village/guide', 'V-6', 'normal', false],
  ['/village/drafts', 'V-1', 'drafts-empty', false],
  ['/village/errands', 'V-4', 'errands-empty', false],
  ['/village/walk', 'V-10', 'choosing', true],
  ['/village/consult', 'V-4', 'consult', false],
  ['/village/number', 'V-4', 'number', false],
] as const

/** The ways in of a phone: not enrolled, signed out, locked. */
export async function scanDoors(
  { stage, scan }: Pick<Story, 'stage' | 'scan'>,
  agent: string,
): Promise<Page> {
  const page = await stage.openPage('/village', SIZES.phone)
  await stands(page, 'V-9', 'unenrolled')
  await scan(page, 'V-9', 'staff')
  equal(await tooWideNarrow(page), 0, 'V-9')
  await page.goto(`${stage.url}${await stage.enrolLink(agent, '/village/cases')}`)
  await stands(page, 'C-0', 'out')
  await scan(page, 'C-0 phone', 'staff')
  await stage.signInOn(page, agent)
  await page.goto(`${stage.url}/village/log-book`)
  await stands(page, 'V-0', 'locked')
  await scan(page, 'V-0', 'staff')
  await stage.enterPin(page)
  return page
}

/** Looks at the pages one after another, and ends on the log book. */
export async function scanPages(agent: Page, caseId: string, { scan }: Pick<Story, 'scan'>): Promise<void> {
  for (const [path, screen, state, isWalked] of PAGES) {
    await go(agent, path)
    await stands(agent, screen, state)
    await scan(agent, `${screen} ${path.slice('/village'.length)}`, 'staff')
    equal(await tooWideNarrow(agent), 0, path)
    if (isWalked) deepEqual(await walkByTab(agent), [], path)
  }
  await go(agent, `/village/cases/${caseId}/deliver`)
  await stands(agent, 'V-5', 'received')
  await scan(agent, 'V-5 deliver', 'staff')
  equal(await tooWideNarrow(agent), 0, 'V-5')
  // Who was served of late need not be typed again (V42).
  await go(agent, '/village/new')
  await agent.getByText('最近办过的人').tap()
  await agent.getByRole('button', { name: '示*丁 0046' }).tap()
  equal(await agent.getByLabel('姓名', { exact: true }).inputValue(), '示例丁')
  await agent.getByRole('button', { name: '不办了，删草稿' }).tap()
  await agent.getByRole('button', { name: '确定删掉，写的就没有了' }).tap()
  await stands(agent, 'V-1', 'normal')
  await go(agent, '/village/log-book')
  await says(agent, '示*丁')
}

// Within the page: another loading would ask for the digits again.
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path)
}

const NARROW = { width: 320, height: 640 }

async function tooWideNarrow(page: Page): Promise<number> {
  await page.setViewportSize(NARROW)
  const wide = await tooWide(page)
  await page.setViewportSize(SIZES.phone)
  return wide
}
