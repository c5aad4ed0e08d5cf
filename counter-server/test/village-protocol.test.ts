import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { startHall } from './app.ts'
import { testClock } from './test-clock.ts'
import { exportOf } from './village-export.ts'
import { aRegistration } from './village-fixture.ts'

const LAST_DAY = '2027-05-26T01:40:00.000Z'
const NEXT_DAY = '2027-05-27T01:40:00.000Z'

function bodyOf(protocol: number, change: object = {}) {
  const outbox = { unsent: 1, filesUnsent: 0, attention: 0 }
  const said = {
    protocol,
    nonce: uuidv7(),
    deviceNow: LAST_DAY,
    appVersion: 'test',
    storeEpoch: null,
    outbox,
  }
  return { ...said, commands: [], ...change }
}

test('[V58] the protocol before the newest is spoken in its own words for 180 days, and no day longer', async () => {
  const clock = testClock(LAST_DAY)
  const hall = await startHall({ clock })
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const frozen = aRegistration({}, { capturedAt: LAST_DAY })
  const leases = { requestId: uuidv7(), free: 7 }
  const before = await agent.post('/sync', bodyOf(1, { commands: [frozen], leases }))
  expect([before.status, before.body.protocol], JSON.stringify(before.body)).toEqual([200, 1])
  expect(before.body.results).toHaveLength(1)
  expect(before.body.leases.length).toBeGreaterThan(0)
  // It did not say who it is nor how many numbers it has; the session and its request did (V61, V88).
  const { village_report: report } = hall.server.counter.deps.store.read(({ sql }) => ({
    village_report: sql.prepare('SELECT device, numbers_free FROM village_report').get(),
  }))
  expect(report).toEqual({ device: phone.deviceId, numbers_free: 7 + before.body.leases.length })

  // The newest says both.
  expect((await agent.post('/sync', bodyOf(2))).status).toBe(400)
  const newest = bodyOf(2, { deviceId: uuidv7(), waiting: [] })
  const again = await agent.post('/sync', { ...newest, commands: [frozen] })
  expect([again.body.protocol, again.body.results[0].id]).toEqual([2, frozen.header['id']])

  clock.to(NEXT_DAY)
  await phone.again()
  const later = await phone.signIn('v05')
  const refused = await later.post('/sync', bodyOf(1))
  expect([refused.status, refused.body.code]).toEqual([409, 'protocol.too_old'])
  expect((await later.post('/sync', newest)).status).toBe(200)

  // What such a phone cannot send any more is carried to the desk (V79).
  const clerk = await hall.clerkAt(1)
  const author = (await later.get('/api/sessions/own')).body.staffId as string
  const carried = await clerk.command('/api/village-exports', await exportOf(phone, author, LAST_DAY))
  expect(carried.body.outcomes, JSON.stringify(carried.body)).toMatchObject([
    { kind: 'command', status: 'applied' },
  ])
})
