/** What has happened before the pictures are taken: numbers in the hall, cases at the window and in a unit. */
import { CaseAnswer, type Receipt } from '@counter/shared/contract/cases'
import { DeskAnswer } from '@counter/shared/contract/desk'
import { IssuedTicket } from '@counter/shared/contract/hall'
import type { Stage } from '../acceptance/stage.ts'
import { anything, type Caller, required } from '../api/caller.ts'
import { broughtMaterials, readCatalogue } from '../play/catalogue.ts'
import { chanceOf } from '../play/chance.ts'
import { newResident } from '../play/residents.ts'

const TOPICS = ['social', 'relief', 'farm', 'subsidy', 'family', 'forest', 'mediation', 'unsure']
/** Seconds between two numbers of one kiosk (Q8), with something to spare. */
const GAP_SECONDS = 10
const UNITS = ['MZ', 'SB', 'CZ', 'JS']

/** Residents take numbers from a kiosk, one after the other; the last paper's link. */
export async function takeNumbers(stage: Stage, from: string, count: number): Promise<string> {
  const kiosk = await stage.device('kiosk', '取号机 2')
  let link = ''
  for (let place = 0; place < count; place += 1) {
    await stage.moveClock(new Date(Date.parse(from) + place * GAP_SECONDS * 1000).toISOString())
    const cls = place % 5 === 4 ? 'priority' : 'ordinary'
    const topic = TOPICS[place % TOPICS.length]
    link = required(await kiosk.command('/api/tickets', { topic, cls }, IssuedTicket), 'a number').link
  }
  return link
}

/** A window calls somebody, and serves them when `isServing`. */
export async function callAt(clerk: Caller, window: number, isServing: boolean): Promise<void> {
  const { ticket } = required(await clerk.command(`/api/windows/${window}/next`, {}, DeskAnswer), 'next')
  if (ticket !== null && isServing)
    required(await clerk.command(`/api/tickets/${ticket.id}/start`, {}, anything), 'start')
}

export interface ToldCase {
  readonly id: string
  readonly unit: string
  readonly receipt: Receipt | null
}

/** Cases of several units: most accepted, one with a notice of what is missing. */
export async function acceptCases(clerk: Caller): Promise<readonly ToldCase[]> {
  const chance = chanceOf(7, 'screens')
  const catalogue = await readCatalogue(clerk)
  const told: ToldCase[] = []
  for (let place = 0; place < 12; place += 1) {
    const guide = await catalogue.ofUnit(UNITS[place % UNITS.length] ?? '', chance)
    if (guide === null || guide.caseType === 'immediate') continue
    const brought = broughtMaterials(guide)
    const forgotten = told.length === 1 ? brought.find(({ state }) => state === 'received') : undefined
    const body = {
      ticketId: null,
      item: guide.code,
      applicant: { ...newResident(chance), village: null },
      materials: brought.map((each) => (each === forgotten ? { ...each, state: 'missing' } : each)),
      step: forgotten === undefined ? 'accept' : 'request_supplement',
    }
    const { case: made, receipt } = required(await clerk.command('/api/cases', body, CaseAnswer), 'a case')
    told.push({ id: made.row.id, unit: guide.unit, receipt })
  }
  return told
}
