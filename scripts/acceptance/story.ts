/** The hall of the story: its screens are open from the first scenario to the last, as in a real hall. */

import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Receipt } from '@counter/shared/contract/receipt'
import type { Page } from 'playwright-core'
import { required } from '../api/caller.ts'
import { type Audience, scan } from './scan.ts'
import { FRIDAY, SIZES, type Stage, startStage } from './stage.ts'
import type { Scenario } from './tell.ts'

/** Four residents wait before the story begins, since these minutes past nine (S2). */
const WAITING_SINCE = ['15', '25', '30', '35']

export type HallScenario = Scenario<Story>

/** A case of the story, as its papers told it. */
export interface ToldCase {
  readonly caseId: string
  readonly receipt: Receipt
}

/** The screens that stay, and what later scenarios know from earlier ones. */
export interface Story {
  readonly stage: Stage
  readonly kiosk: Page
  readonly wall: Page
  readonly desk1: Page
  readonly desk2: Page
  /** What the scenarios hand on, by name. */
  readonly cases: Map<string, ToldCase>
  readonly phones: Map<string, Page>
  /** Every screen that was scanned, for the last line. */
  readonly scanned: Set<string>
  readonly scan: (page: Page, screen: string, audience: Audience) => Promise<void>
}

/** Opens the hall: server, kiosk, wall and two windows. */
export async function openStory(): Promise<Story> {
  const stage = await startStage({ at: '2026-06-12T01:00:00.000Z' })
  try {
    await letWait(stage)
    const scanned = new Set<string>()
    return {
      stage,
      kiosk: await stage.devicePage('kiosk', '取号机 1'),
      wall: await stage.devicePage('wall', '大屏 1'),
      desk1: await stage.deskPage(1),
      desk2: await stage.deskPage(2),
      cases: new Map(),
      phones: new Map(),
      scanned,
      scan: async (page, screen, audience) => {
        scanned.add(screen)
        if (process.env['ACCEPTANCE_PICTURES'] !== undefined) await stage.screenshot(page, screen)
        await scan(page, screen, audience)
      },
    }
  } catch (error) {
    await stage.close()
    throw error
  }
}

async function letWait(stage: Stage): Promise<void> {
  const kiosk = await stage.device('kiosk', '取号机 2')
  for (const minute of WAITING_SINCE) {
    await stage.moveClock(`2026-06-12T01:${minute}:00.000Z`)
    const issued = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, IssuedTicket)
    required(issued, `the number of 09:${minute}`)
  }
  await stage.moveClock(FRIDAY)
}

/** The page of a resident's phone at the address that a paper told. */
export async function openPhone(story: Story, link: string): Promise<Page> {
  const { pathname, hash } = new URL(link)
  return story.stage.openPage(`${pathname}${hash}`, SIZES.phone)
}

/** What an earlier scenario handed on; without it this one makes no sense. */
export function handedOn<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name)
  if (found === undefined) throw new Error(`no earlier scenario handed on ${name}`)
  return found
}
