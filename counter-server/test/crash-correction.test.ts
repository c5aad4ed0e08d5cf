import { expect, test } from 'vitest'
import { aFolder } from './a-store.ts'
import { SOURCE, THE_18TH } from './calendar-change.ts'
import { ask, count, receiveCases } from './child-cases.ts'
import { begin, kill, type Running, signIn, start } from './child-server.ts'

const CASES = 110
const APPLIED = "SELECT count(*) FROM case_event WHERE type = 'calendar.applied'"

/** A corrected calendar is published, which sets out to bring it to the cases one by one. */
async function publishCorrection(server: Running): Promise<void> {
  const admin = await signIn(server, 'admin')
  const supervisor = await signIn(server, 'supervisor')
  const wanted = {
    kind: 'calendar',
    year: 2026,
    status: 'official',
    text: THE_18TH,
    source: SOURCE,
    reason: '新通知',
  }
  const { id } = await ask(server, admin, '/api/clock-changes', wanted)
  const { id: preview } = await ask(server, supervisor, `/api/clock-changes/${id}/preview`)
  await ask(server, supervisor, `/api/clock-changes/${id}/publish`, { preview })
}

/** Waits until a few more cases have it, or the server says that it is up. */
async function untilMoved(dataDir: string, isOver: () => boolean): Promise<void> {
  const seen = count(dataDir, APPLIED)
  while (!isOver() && count(dataDir, APPLIED) <= seen) await new Promise((done) => setTimeout(done, 2))
}

test('[C604] killed while a calendar reaches the cases, each of them gets it once and the change ends', async () => {
  const dataDir = aFolder()
  const first = await start(dataDir)
  await receiveCases(first, CASES)
  await publishCorrection(first)
  await untilMoved(dataDir, () => count(dataDir, APPLIED) === CASES)
  await kill(first)
  const second = begin(dataDir)
  let isReady = false
  second.stdout?.once('data', () => {
    isReady = true
  })
  await untilMoved(dataDir, () => isReady)
  await kill({ child: second })
  await kill(await start(dataDir))

  expect(count(dataDir, APPLIED)).toBe(CASES)
  expect(count(dataDir, 'SELECT count(DISTINCT "case") FROM clock_change_case')).toBe(CASES)
  expect(count(dataDir, "SELECT count(*) FROM clock_change WHERE state = 'applied'")).toBe(1)
  expect(count(dataDir, "SELECT count(*) FROM journal WHERE type = 'clock_change.applied'")).toBe(1)
  // Five working days from the 12th end on the 23rd where the 18th is off; the day that was told stays.
  expect(count(dataDir, 'SELECT count(*) FROM "case" WHERE due_on = \'2026-06-23\'')).toBe(CASES)
  expect(count(dataDir, "SELECT count(*) FROM told_deadline WHERE due_on = '2026-06-22'")).toBe(CASES)
}, 300_000)
