/** What has happened before the pictures are taken: numbers in the hall, cases at the window and in a unit. */

import { AccountAnswer } from '@counter/shared/contract/accounts'
import { CaseAnswer } from '@counter/shared/contract/cases'
import { DeskAnswer } from '@counter/shared/contract/desk'
import { Hall, IssuedTicket } from '@counter/shared/contract/hall'
import { StaffSession } from '@counter/shared/contract/people'
import type { Receipt } from '@counter/shared/contract/receipt'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Stage } from '../acceptance/stage.ts'
import { anything, Caller, required } from '../api/caller.ts'
import { broughtMaterials, readCatalogue } from '../play/catalogue.ts'
import { chanceOf } from '../play/chance.ts'
import { newResident } from '../play/residents.ts'

const TOPICS = ['social', 'relief', 'farm', 'subsidy', 'family', 'forest', 'mediation', 'unsure']
/** Seconds between two numbers of one kiosk (Q8), with something to spare. */
const GAP_SECONDS = 10
/** Between two calls before a number may be missed (Q26). */
const MISS_GAP_MS = 31_000
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

/** When a hall opens that has served some people before the pictures begin. */
export const MORNING = '2026-06-12T00:30:00.000Z'
const SERVED_BEFORE = 12
const VISIT_MS = 5 * 60_000

/** A morning at the third window, after which the hall can tell waits (Q62); it must have begun at `MORNING`. */
export async function tellWaits(stage: Stage): Promise<void> {
  const admin = await stage.signIn('admin')
  const change = { value: 1, reason: '新大厅，先按少量办件预计' }
  required(await admin.command('/api/settings/estimate.minObservations', change, anything), 'waits are told')
  const kiosk = await stage.device('kiosk', '取号机 2')
  const clerk = await stage.signIn('clerk3')
  required(await clerk.command('/api/windows/3/open', {}, anything), 'open window 3')
  for (let visit = 0; visit < SERVED_BEFORE; visit += 1) {
    const from = Date.parse(MORNING) + (visit + 1) * VISIT_MS
    await stage.moveClock(new Date(from).toISOString())
    const topic = TOPICS[visit % TOPICS.length]
    required(await kiosk.command('/api/tickets', { topic, cls: 'ordinary' }, IssuedTicket), 'a number')
    const { ticket } = required(await clerk.command('/api/windows/3/next', {}, DeskAnswer), 'next')
    required(await clerk.command(`/api/tickets/${ticket?.id}/start`, {}, anything), 'start')
    await stage.moveClock(new Date(from + VISIT_MS - 60_000).toISOString())
    const finish = { outcome: 'consulted', isLateEntry: false }
    required(await clerk.command(`/api/tickets/${ticket?.id}/finish`, finish, anything), 'finish')
  }
  required(await clerk.command('/api/windows/3/close', {}, anything), 'close window 3')
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

/** Calls somebody twice, who does not come. */
export async function callAndMiss(stage: Stage, clerk: Caller, window: number): Promise<void> {
  const { ticket } = required(await clerk.command(`/api/windows/${window}/next`, {}, DeskAnswer), 'next')
  if (ticket === null) throw new Error('nobody waits')
  const { serverNow } = required(await clerk.get('/api/hall', Hall), 'the hall')
  await stage.moveClock(instantOf(toMs(serverNow) + MISS_GAP_MS))
  required(await clerk.command(`/api/tickets/${ticket.id}/recall`, {}, anything), 'recall')
  await stage.moveClock(instantOf(toMs(serverNow) + 2 * MISS_GAP_MS))
  const confirmed = { isConfirmed: true }
  required(await clerk.command(`/api/tickets/${ticket.id}/miss`, confirmed, anything), 'miss')
}

/** One more window for every matter, with a clerk of its own, open. */
export async function windowMore(stage: Stage, window: number): Promise<Caller> {
  const admin = await stage.signIn('admin')
  const reason = '赶集日'
  const made = { window, name: `${window}号窗口`, reason }
  required(await admin.command('/api/windows', made, anything), `window ${window}`)
  const services = TOPICS.map((topic) => ({ topic, rank: 'main' }))
  required(await admin.command(`/api/windows/${window}/services`, { services, reason }, anything), 'services')
  const person = {
    signInName: `clerk${window}`,
    displayName: `${window}号窗口值班员`,
    role: 'clerk',
    unit: null,
    village: null,
    posts: [],
    windows: null,
    reason,
  }
  const { code } = required(await admin.command('/api/staff', person, AccountAnswer), 'a clerk')
  const own = { signInName: person.signInName, password: `Window-${window}-2026` }
  const clerk = new Caller(stage.url)
  required(await clerk.post('/api/sessions/first', { ...own, code }, StaffSession), 'the first sign-in')
  required(await clerk.post('/api/sessions', own, StaffSession), 'sign in')
  required(await clerk.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
  return clerk
}
