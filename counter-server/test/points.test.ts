import type { PointAlarm } from '@counter/shared/contract/points'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { saveNumberVoid } from '../src/store/village-numbers.ts'
import { fireDueMarks } from '../src/usecases/cases/fire-due-marks.ts'
import { type Caller, startHall } from './app.ts'
import { watch } from './live.ts'
import { aRegistration, sync, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

/** Each mark with whom it was told, besides the page of its case. */
const MARKS_TOLD = `SELECT (told.value ->> 'clock') || ' ' || (told.value ->> 'threshold') || ' ' || audience
  FROM stream_event, json_each(news) told
  WHERE told.value ->> 'kind' = 'mark_fired' AND audience NOT LIKE 'case:%' ORDER BY 1`

const OUTBOX = { unsent: 0, filesUnsent: 0, attention: 0 }

async function aPoint() {
  const hall = await startHall()
  const { deviceId, signIn } = await hall.phone('05')
  const agent = await signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const say = (outbox: object = {}, change: object = {}) =>
    sync(agent, [], { deviceId, deviceNow: hall.clock.now(), outbox: { ...OUTBOX, ...outbox }, ...change })
  return { hall, agent, supervisor, deviceId, say, point: () => pointOf(supervisor) }
}

async function pointOf(supervisor: Pick<Caller, 'get'>, village = '05') {
  const { body } = await supervisor.get('/api/points')
  return body.points.find((point: { village: string }) => point.village === village)
}

describe('the timers of a point', () => {
  test('[V23] yellow reaches the village, red the supervisor too, the last limit the leader', async () => {
    const point = await atPoint()
    const { hall } = point
    const { deps } = hall.server.counter
    const papers = [{ name: '居民身份证', form: 'copy', count: 1 }]
    await point.registered({ papers })
    const told = new Set<string>()
    const tickAt = async (at: string) => {
      hall.clock.to(at)
      await fireDueMarks(deps)
      const rows = deps.store.read((tx) => tx.sql.prepare(MARKS_TOLD).pluck().all()) as string[]
      const fresh = rows.filter((row) => !told.has(row))
      for (const row of fresh) told.add(row)
      return fresh
    }
    const alarmsOf = async (role: 'supervisor' | 'leader') =>
      (await pointOf(await hall.roleCaller(role))).alarms.map(({ kind, level, n }: PointAlarm) => [
        kind,
        level,
        n,
      ])
    // Friday's papers are to be there by Monday evening, at the very latest by Wednesday's.
    expect(await tickAt('2026-06-15T01:00:00.000Z')).toContain('handup yellow village:05')
    expect([...told].filter((row) => row.startsWith('handup '))).toEqual(['handup yellow village:05'])
    expect((await pointOf(await hall.roleCaller('supervisor'))).timers).toContainEqual({
      kind: 'handup',
      yellow: 1,
      red: 0,
    })
    expect(await alarmsOf('supervisor')).toEqual([])
    const red = await tickAt('2026-06-15T09:31:00.000Z')
    expect(red).toContain('handup red supervisor')
    expect(red).toContain('handup red village:05')
    expect(red.filter((row) => /^handup red (unit|window)/.test(row))).toEqual([])
    expect(await alarmsOf('supervisor')).toContainEqual(['late', 'amber', 1])
    // What is late is a case that can be opened (V88).
    const findings = await (await hall.roleCaller('supervisor')).get('/api/points/05/findings')
    expect(findings.body.items).toMatchObject([
      {
        kind: 'late',
        timer: 'handup',
        number: expect.stringMatching(/^2026-05-/),
        since: '2026-06-15T09:30:00.000Z',
      },
    ])
    expect(await alarmsOf('leader')).not.toContainEqual(['late', 'amber', 1])
    expect(await tickAt('2026-06-17T09:31:00.000Z')).toContain('handup_hard red supervisor')
    expect(await alarmsOf('leader')).toContainEqual(['handup', 'red', 1])
    expect(await alarmsOf('supervisor')).toContainEqual(['handup', 'red', 1])
  })
})

describe('the page of the village points', () => {
  test('[V88] unsent-count-visible: shows what a phone said last and when, and nothing as nought of one never heard', async () => {
    const { deviceId, say, supervisor, point } = await aPoint()
    const never = { unsent: null, attention: null, numbersFree: null }
    expect(await point()).toMatchObject({ lastContactAt: null, devices: [], alarms: [], said: never })
    await say({
      unsent: 3,
      filesUnsent: 5,
      attention: 1,
      oldestAt: '2026-06-11T02:00:00.000Z',
      numbersFree: 41,
    })
    const { devices, lastContactAt, said } = await point()
    expect(said).toEqual({ unsent: 3, attention: 1, numbersFree: 41 })
    const { body } = await supervisor.get('/api/supervise')
    const boardOf = (code: string) =>
      body.byVillage.find((each: { village: string }) => each.village === code).said
    expect([boardOf('05'), boardOf('06')]).toEqual([said, never])
    expect(lastContactAt).toBe('2026-06-12T01:40:00.000Z')
    expect(devices).toEqual([
      {
        device: deviceId,
        agent: expect.any(String),
        heardAt: '2026-06-12T01:40:00.000Z',
        unsent: 3,
        oldestAt: '2026-06-11T02:00:00.000Z',
        filesUnsent: 5,
        attention: 1,
        persisted: null,
        numbersFree: 41,
        numbersUsed: 0,
        numbersUnseen: 0,
        missing: 0,
        clockAheadMinutes: 0,
        appVersion: 'test',
      },
    ])
    expect((await pointOf(supervisor, '06')).devices).toEqual([])
  })

  test('[V62, V88] counts the numbers of a phone: free, used, and on paper somewhere', async () => {
    const { agent, deviceId, say, point } = await aPoint()
    const [number = ''] = (await say({}, { leases: { requestId: uuidv7(), free: 0 } })).leases ?? []
    expect((await point()).devices[0]).toMatchObject({ numbersFree: 50, numbersUsed: 0, numbersUnseen: 0 })
    await syncOne(agent, aRegistration({}, { number }), { deviceId })
    await say({ numbersFree: 47 })
    expect((await point()).devices[0]).toMatchObject({ numbersFree: 47, numbersUsed: 1, numbersUnseen: 2 })
  })

  test('[V53] tells how many of the entries that a phone has counted never came', async () => {
    const { agent, deviceId, say, point } = await aPoint()
    await say()
    const missing = async () => (await point()).devices[0].missing
    await syncOne(agent, aRegistration({}, { seq: 1 }), { deviceId })
    expect(await missing()).toBe(0)
    await syncOne(agent, aRegistration({}, { seq: 4 }), { deviceId })
    expect(await missing()).toBe(2)
    // Refused is heard of: a person at the phone sees to it.
    await syncOne(agent, aRegistration({ isRelative: null }, { seq: 3 }), { deviceId })
    expect(await missing()).toBe(1)
  })

  test('[V62] adds the numbers of a year up to the highest issued, and lists each that stands on no case', async () => {
    const { hall, agent, deviceId, say, supervisor, point } = await aPoint()
    const lent = (await say({}, { leases: { requestId: uuidv7(), free: 47 } })).leases ?? []
    expect(lent).toEqual([])
    const [first = '', second = '', third = ''] =
      (await say({}, { leases: { requestId: uuidv7(), free: 0 } })).leases ?? []
    await syncOne(agent, aRegistration({}, { number: first }), { deviceId })
    await syncOne(agent, aRegistration())
    await hall.server.counter.deps.store.write((tx) => saveNumberVoid(tx, second, '打错了'))
    const { numbers } = await point()
    expect(numbers).toEqual({
      year: 2026,
      last: 51,
      leased: 48,
      used: 1,
      void: 1,
      returned: 0,
      lost: 0,
      direct: 1,
      unknown: 0,
    })
    const { body } = await supervisor.get('/api/points/05/numbers')
    expect(body.numbers).toEqual(numbers)
    expect(body.gaps).toHaveLength(49)
    expect(body.gaps.slice(0, 2)).toEqual([
      { number: second, state: 'void', since: '2026-06-12T01:40:00.000Z', reason: '打错了' },
      { number: third, state: 'leased', since: '2026-06-12T01:40:00.000Z', reason: null },
    ])
  })

  test('[V89] a point silent for a working day is told without asking, by the one tick, and no more when it is back', async () => {
    const { hall, say } = await aPoint()
    await say()
    hall.clock.to('2026-06-15T09:29:00.000Z')
    await hall.server.jobs.run()
    const supervisor = await hall.signIn('supervisor')
    const screen = await watch(hall, { as: 'staff', cookie: supervisor.cookie })
    screen.say({ type: 'subscribe', topics: [{ topic: 'points' }] })
    const first = await screen.next(({ type }) => type === 'snapshot')
    expect(first.state).toEqual({ points: [] })
    const pointsAfter = async () => {
      screen.heard.length = 0
      await hall.server.jobs.run()
      const { changes, state } = await screen.next(({ type }) => type === 'changed' || type === 'snapshot')
      return (state ?? changes.at(-1).state).points
    }
    hall.clock.to('2026-06-15T09:31:00.000Z')
    const told = { village: '05', name: '石桥村', alarms: [{ kind: 'silent', level: 'amber', n: 1 }] }
    expect(await pointsAfter()).toEqual([told])
    const { body } = await supervisor.get('/api/supervise')
    const row = body.byVillage.find(({ village }: { village: string }) => village === '05')
    expect(row.alarms).toEqual(told.alarms)
    const agent = await hall.signIn('v05')
    hall.clock.forward(5_000)
    screen.heard.length = 0
    await sync(agent, [], { deviceNow: hall.clock.now() })
    expect(await pointsAfter()).toEqual([])
    hall.clock.to('2026-06-18T09:31:00.000Z')
    const { alarms } = await pointOf(await hall.signIn('supervisor'))
    expect(alarms).toEqual([{ kind: 'silent', level: 'red', n: 3 }])
  })

  test('[V12] lists a case of a near relative as soon as the centre has it, and no other', async () => {
    const { agent, supervisor } = await aPoint()
    const relative = aRegistration({ isRelative: true })
    for (const command of [aRegistration(), relative]) await syncOne(agent, command)
    const { items } = (await supervisor.get('/api/points/relatives')).body
    expect(items).toEqual([
      {
        id: relative.header['caseId'],
        number: expect.stringMatching(/^2026-05-/),
        itemName: '社会救助政策咨询与在享待遇查询',
        applicant: expect.stringContaining('*'),
        villageName: '石桥村',
        agent: '石桥村代办员',
        receivedAt: '2026-06-12T01:40:00.000Z',
        status: 'received',
        isFiled: false,
        found: null,
        unrelated: [],
      },
    ])
  })

  test('[V89] tells hand-up in time apart from decided in time, as x of y', async () => {
    const { agent, supervisor, point } = await aPoint()
    const late = aRegistration({}, { capturedAt: '2026-06-09T01:00:00.000Z' })
    for (const command of [late, aRegistration()]) await syncOne(agent, command)
    expect((await point()).month).toEqual({
      received: 2,
      handUp: { n: 1, of: 2 },
      decided: { n: 0, of: 0 },
      relatives: 0,
      callBacks: { n: 0, of: 0 },
    })
    expect((await pointOf(supervisor, '06')).month.received).toBe(0)
  })
})

describe('A岗 and B岗', () => {
  test('[V1, V90] are named by the supervisor with a reason, from the agents of the point alone', async () => {
    const { hall, supervisor, point } = await aPoint()
    const { agents, lead } = await point()
    expect(lead).toBeNull()
    const own = agents[0].staffId
    const other = (await pointOf(supervisor, '06')).agents[0].staffId
    const post = (lead: string | null, deputy: string | null, reason = '轮岗') =>
      supervisor.command('/api/points/05/posts', { lead, deputy, reason })
    expect((await post(other, null)).body.code).toBe('staff.deputy_invalid')
    expect((await post(own, own)).body.code).toBe('staff.deputy_invalid')
    expect((await post(own, null, ' ')).body.code).toBe('reason.required')
    expect((await post(own, null)).status).toBe(200)
    expect(await point()).toMatchObject({ lead: own, onDuty: { post: 'A' } })
    const agent = await hall.signIn('v05')
    expect(
      (await agent.command('/api/points/05/posts', { lead: own, deputy: null, reason: 'x' })).status,
    ).toBe(403)
  })

  test('[V1] 无人在岗 is told when nobody of the point is left', async () => {
    const { hall, supervisor, point } = await aPoint()
    const admin = await hall.roleCaller('admin')
    const { agents } = await point()
    const stop = `/api/staff/${agents[0].staffId}/stop`
    expect((await admin.command(stop, { reason: '离职' })).status).toBe(200)
    const left = await pointOf(supervisor)
    expect(left.onDuty).toBeNull()
    expect(left.alarms).toEqual([{ kind: 'nobody', level: 'amber', n: null }])
  })
})
