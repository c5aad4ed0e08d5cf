import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { type Caller, type Phone, startHall } from './app.ts'
import { journalOf } from './desk.ts'
import { watch } from './live.ts'
import { aRegistration, sync, syncOne } from './village-fixture.ts'

async function aPhone() {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const order = (act: string, reason = '掉在河里') =>
    supervisor.command(`/api/devices/${phone.deviceId}/${act}`, { reason })
  return { hall, phone, agent, supervisor, order, numbers: await lend(agent) }
}

async function lend(agent: Caller, free = 0): Promise<readonly string[]> {
  return (await sync(agent, [], { leases: { requestId: uuidv7(), free } })).leases ?? []
}

async function standsAs(phone: Phone, supervisor: Caller) {
  const { items } = (await supervisor.get('/api/devices')).body
  const { lostAt, retiredAt, revokedAt } = items.find(
    ({ deviceId }: { deviceId: string }) => deviceId === phone.deviceId,
  )
  return { isLost: lostAt !== null, isRetired: retiredAt !== null, isRevoked: revokedAt !== null }
}

const GONE = { status: 401, body: { code: 'session.none' } }

describe('a lost phone', () => {
  test('[V80, I39] is signed out at once, also on its open line, and its key opens nothing', async () => {
    const { hall, phone, agent, order } = await aPhone()
    const line = await watch(hall, { as: 'staff', cookie: agent.cookie })
    expect((await order('lost', '')).body.code).toBe('reason.required')
    expect((await order('lost')).status).toBe(200)
    expect(await line.closed).toBe(4001)
    expect(await agent.post('/sync', {})).toMatchObject(GONE)
    expect((await phone.again()).body.code).toBe('device.lost')
    expect((await order('lost')).body.code).toBe('device.lost')
    expect((await order('retire')).body.code).toBe('device.lost')
    expect(journalOf(hall, 'device.lost')).toEqual([{ village: '05', numbers: 50, reason: '掉在河里' }])
  })

  test('[V80, V62] has its numbers frozen: they are lost, and lent to no other phone', async () => {
    const { hall, numbers, order } = await aPhone()
    await order('lost')
    const { store } = hall.server.counter.deps
    const states = store.read((tx) =>
      tx.sql.prepare('SELECT DISTINCT state FROM village_number').pluck().all(),
    )
    expect(states).toEqual(['lost'])
    const fresh = await lend(await (await hall.phone('05')).signIn('v05'))
    expect(fresh).toHaveLength(50)
    expect(fresh.filter((number) => numbers.includes(number))).toEqual([])
  })

  test('[V80] that is found goes on by its key: what waited on it arrives under its own number', async () => {
    const { phone, numbers, order, supervisor } = await aPhone()
    const [number = ''] = numbers
    await order('lost')
    expect(await standsAs(phone, supervisor)).toEqual({ isLost: true, isRetired: false, isRevoked: false })
    expect((await order('found', '在亲戚家')).status).toBe(200)
    expect((await order('found')).body.code).toBe('device.not_lost')
    expect((await phone.again()).status).toBe(200)
    const result = await syncOne(await phone.signIn('v05'), aRegistration({}, { number }))
    expect([result.status, result.number]).toEqual(['applied', number])
  })

  test('[V90] is marked by supervisor and administrator alone, and only a phone is', async () => {
    const { hall, phone, agent, supervisor } = await aPhone()
    const mark = (who: Caller, id: string) => who.command(`/api/devices/${id}/lost`, { reason: '丢了' })
    expect((await mark(agent, phone.deviceId)).body.code).toBe('session.forbidden')
    await hall.device('kiosk', '取号机')
    const { items } = (await supervisor.get('/api/devices')).body
    const kiosk = items.find(({ kind }: { kind: string }) => kind === 'kiosk')
    expect((await mark(supervisor, kiosk.deviceId)).body.code).toBe('device.not_enrolled')
  })
})

describe('who signs out at a phone', () => {
  test('[V35] stays while the phone holds what was captured, by its own word or else by its last report', async () => {
    const { agent } = await aPhone()
    const leave = (said: object) => agent.post('/api/sessions/end', said)
    expect((await leave({ unsent: 2 })).body).toMatchObject({
      code: 'village.unsent_items',
      params: { n: 2 },
    })
    await sync(agent, [], { outbox: { unsent: 1, filesUnsent: 0, attention: 2 } })
    expect((await leave({})).body).toMatchObject({ code: 'village.unsent_items', params: { n: 3 } })
    // The newer word is the phone's own.
    expect((await leave({ unsent: 0 })).body).toEqual({ done: true })
    expect(await agent.get('/api/sessions/own')).toMatchObject(GONE)
  })

  test('[V35] 换人 goes on whatever waits', async () => {
    const { phone, agent } = await aPhone()
    await sync(agent, [], { outbox: { unsent: 4, filesUnsent: 0, attention: 0 } })
    const { staffId } = (await agent.get('/api/sessions/own')).body
    expect((await phone.door.post('/api/sessions/switch', { staffId })).status).toBe(200)
  })
})

describe('a retired phone', () => {
  test('[V81] is emptied, gives its numbers back, says so when nothing is left, and only then is withdrawn', async () => {
    const { hall, phone, agent, numbers, order, supervisor } = await aPhone()
    const early = await phone.door.post('/api/devices/farewell', { step: 'wiped' })
    expect(early.body.code).toBe('device.forbidden')
    expect((await order('retire', '换新手机')).status).toBe(200)
    // What is on it still arrives, with the word to erase itself afterwards; it is lent nothing more.
    const last = aRegistration({}, { number: numbers[0] })
    const answer = await sync(agent, [last], { leases: { requestId: uuidv7(), free: 1 } })
    expect(answer.results.map(({ status, number }) => [status, number])).toEqual([['applied', numbers[0]]])
    expect(answer).toMatchObject({ wipe: true, leases: [] })
    expect((await phone.door.post('/api/devices/farewell', { step: 'drained' })).status).toBe(200)
    expect(await standsAs(phone, supervisor)).toEqual({ isLost: false, isRetired: true, isRevoked: false })
    expect((await phone.door.post('/api/devices/farewell', { step: 'wiped' })).status).toBe(200)
    expect(await standsAs(phone, supervisor)).toEqual({ isLost: false, isRetired: true, isRevoked: true })
    expect(await agent.get('/api/sessions/own')).toMatchObject(GONE)
    expect((await phone.again()).body.code).toBe('device.revoked')
    // 49 of its 50 came back and are the first that the next phone is lent.
    const next = await lend(await (await hall.phone('05')).signIn('v05'))
    expect(next.slice(0, 49)).toEqual(numbers.slice(1))
    expect(journalOf(hall, 'device.drained')).toEqual([{ village: '05', numbers: 49 }])
  })

  test('[V81, V88] that is gone owes nobody a word: with it goes what was said of its few numbers', async () => {
    const { phone, agent, order, supervisor } = await aPhone()
    const point = async () => {
      const { points } = (await supervisor.get('/api/points')).body
      return points.find(({ village }: { village: string }) => village === '05')
    }
    const outbox = { unsent: 0, filesUnsent: 0, attention: 0, numbersFree: 3 }
    await order('retire', '换新手机')
    await sync(agent, [], { outbox })
    expect((await point()).alarms).toContainEqual({ kind: 'numbers', level: 'amber', n: 3 })
    await phone.door.post('/api/devices/farewell', { step: 'drained' })
    await phone.door.post('/api/devices/farewell', { step: 'wiped' })
    expect((await point()).alarms).not.toContainEqual(expect.objectContaining({ kind: 'numbers' }))
    expect((await point()).devices).toEqual([])
  })

  test('[V62] one that is withdrawn at once takes its numbers along: they are lost', async () => {
    const { hall, phone } = await aPhone()
    const admin = await hall.roleCaller('admin')
    expect((await admin.command(`/api/devices/${phone.deviceId}/revoke`)).status).toBe(200)
    const states = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT DISTINCT state FROM village_number').pluck().all(),
    )
    expect(states).toEqual(['lost'])
  })

  test('[V81] another phone of the point hears no such word', async () => {
    const { hall, order } = await aPhone()
    await order('retire')
    const other = await (await hall.phone('05')).signIn('v05')
    expect(await sync(other, [])).toMatchObject({ wipe: false })
  })
})
