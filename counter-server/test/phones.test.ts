import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { findDevices } from '../src/store/people.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { enrol } from './enrolled.ts'
import { aRegistration, sync, syncOne } from './village-fixture.ts'

const DAY_MS = 86_400_000

function passwordOf(hall: Hall, name: string): string {
  return hall.server.accounts?.find(({ signInName }) => signInName === name)?.password ?? ''
}

/** The own session of whoever a cookie is, as the answer's code or the name. */
async function whoIs(caller: Caller): Promise<string> {
  const { status, body } = await caller.get('/api/sessions/own')
  return status === 200 ? body.displayName : body.code
}

describe('the phone of a village point', () => {
  test('[V3, V90] is let in by a code of the supervisor, for one village, once', async () => {
    const hall = await startHall()
    const supervisor = await hall.roleCaller('supervisor')
    const asked = { kind: 'village', name: '石桥村手机' }
    expect((await supervisor.command('/api/enrolments', asked)).body.code).toBe('staff.village_missing')
    const unknown = { ...asked, village: '77' }
    expect((await supervisor.command('/api/enrolments', unknown)).body.code).toBe('staff.village_missing')
    expect(
      (await supervisor.command('/api/enrolments', { ...asked, kind: 'kiosk', village: '05' })).body.code,
    ).toBe('staff.village_missing')
    const made = await supervisor.command('/api/enrolments', { ...asked, village: '05' })
    expect(made.body.link).toBe(`http://127.0.0.1:8080/village#enrol=${made.body.code}`)
    const agent = await hall.signIn('v05')
    expect((await agent.command('/api/enrolments', { ...asked, village: '05' })).body.code).toBe(
      'session.forbidden',
    )
  })

  test('[V3] an agent of another point does not sign in at it', async () => {
    const hall = await startHall()
    const { door } = await hall.phone('05')
    const answer = await door.post('/api/sessions', { signInName: 'v06', password: passwordOf(hall, 'v06') })
    expect([answer.status, answer.body.code]).toEqual([403, 'device.not_enrolled'])
  })

  test('[V3] at a device that is no phone of the point an agent does not sign in, and an old session is none', async () => {
    const hall = await startHall()
    const body = { signInName: 'v05', password: passwordOf(hall, 'v05') }
    expect((await hall.anonymous.post('/api/sessions', body)).body.code).toBe('device.not_enrolled')
    const agent = await hall.signIn('v05')
    const { store } = hall.server.counter.deps
    await store.write((tx) => tx.sql.prepare('UPDATE session SET phone = NULL').run())
    expect(await whoIs(agent)).toBe('device.not_enrolled')
    expect((await agent.post('/sync', {})).body.code).toBe('device.not_enrolled')
  })

  test('[V3] after the password an agent is known there for 30 days, however long the phone lay still', async () => {
    const hall = await startHall()
    const phone = await hall.phone('05')
    const agent = await phone.signIn('v05')
    hall.clock.to(new Date(Date.parse(hall.clock.now()) + 29 * DAY_MS).toISOString())
    expect(await whoIs(agent)).toBe('石桥村代办员')
    expect((await syncOne(agent, aRegistration())).status).toBe('applied')
    hall.clock.to(new Date(Date.parse(hall.clock.now()) + 2 * DAY_MS).toISOString())
    expect(await whoIs(agent)).toBe('session.expired')
  })

  test('[V3] the days are a setting, and the cookie lives as long as they', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    await admin.command('/api/settings/village.sessionDays', { value: 2, reason: '试行' })
    const { door } = await hall.phone('05')
    const body = { signInName: 'v05', password: passwordOf(hall, 'v05') }
    const answer = await door.post('/api/sessions', body)
    expect(answer.body.expiresAt).toBe('2026-06-14T01:40:00.000Z')
    expect(String(answer.headers['set-cookie'])).toContain(`Max-Age=${2 * 86_400};`)
  })

  test('[V9, V33, V36, V39, V61, V78] minutes without a touch, the length of a PIN, how many cases wait, how far a clock is off, how long forms, numbers and authorities last are settings, told to the phone of an agent alone', async () => {
    const hall = await startHall()
    const { door } = await hall.phone('05')
    const body = { signInName: 'v05', password: passwordOf(hall, 'v05') }
    const shipped = await door.post('/api/sessions', body)
    expect(shipped.body.phone).toEqual({
      idleMinutes: 10,
      pinDigits: 6,
      numbersRenewAt: 20,
      oldNumberDays: 15,
      authorityMonths: 6,
      unsentCases: 50,
      draftDays: 30,
      clockOffMinutes: 5,
    })
    const admin = await hall.roleCaller('admin')
    await admin.command('/api/settings/village.idleMinutes', { value: 3, reason: '手机常丢' })
    await admin.command('/api/settings/village.pinDigits', { value: 8, reason: '手机常丢' })
    await admin.command('/api/settings/village.numbersRenewAt', { value: 40, reason: '山里信号差' })
    await admin.command('/api/settings/village.oldNumberDays', { value: 0, reason: '新年用新号' })
    await admin.command('/api/settings/village.authorityMonths', { value: 3, reason: '委托别太久' })
    await admin.command('/api/settings/village.unsentCases', { value: 20, reason: '早点发' })
    await admin.command('/api/settings/retention.drafts', { value: 14, reason: '留得太久' })
    await admin.command('/api/settings/village.clockOff', { value: 2, reason: '对时要紧' })
    const again = await door.post('/api/sessions', body)
    expect(again.body.phone).toEqual({
      idleMinutes: 3,
      pinDigits: 8,
      numbersRenewAt: 40,
      oldNumberDays: 0,
      authorityMonths: 3,
      unsentCases: 20,
      draftDays: 14,
      clockOffMinutes: 2,
    })
    for (const [key, value] of [
      ['village.idleMinutes', 31],
      ['village.pinDigits', 4],
      ['village.authorityMonths', 0],
      ['village.unsentCases', 4],
    ] as const)
      expect((await admin.command(`/api/settings/${key}`, { value, reason: '试' })).status).not.toBe(200)
    expect((await (await hall.signIn('clerk1')).get('/api/sessions/own')).body.phone).toBeUndefined()
  })

  test('[V3, V35] another agent of the phone goes on without the password, and who never was there does not', async () => {
    const hall = await startHall()
    const phone = await hall.phone('05')
    const first = await phone.signIn('v05')
    const { staffId } = (await first.get('/api/sessions/own')).body
    const again = await phone.door.post('/api/sessions/switch', { staffId })
    expect([again.status, again.body.displayName]).toEqual([200, '石桥村代办员'])
    const cookie = String([again.headers['set-cookie']].flat()[0]).split(';', 1)[0]
    expect(cookie).toMatch(/^__Host-sid=/)
    // The secret of before is worth nothing now.
    expect(await whoIs(first)).toBe('session.none')
    const other = await hall.phone('05')
    expect((await other.door.post('/api/sessions/switch', { staffId })).body.code).toBe('session.none')
  })

  test('[V3, V61] numbers lent to a phone before it was enrolled are its own afterwards', async () => {
    const hall = await startHall()
    const formerId = uuidv7()
    const { store } = hall.server.counter.deps
    const before = await hall.phone('05')
    const agent = await before.signIn('v05')
    const leases = { requestId: uuidv7(), free: 0 }
    const [number = ''] = (await sync(agent, [], { leases })).leases ?? []
    await store.write((tx) => tx.sql.prepare('UPDATE village_number SET device = ?').run(formerId))
    // A phone that calls itself by the id of an enrolled one gets nothing of it.
    await hall.phone('05', before.deviceId)
    const phone = await hall.phone('05', formerId)
    const result = await syncOne(await phone.signIn('v05'), aRegistration({}, { number }))
    expect([result.status, result.number]).toEqual(['applied', number])
  })

  test('[P22, I39] a withdrawn phone takes the sessions of its agents along', async () => {
    const hall = await startHall()
    const phone = await hall.phone('05')
    const agent = await phone.signIn('v05')
    const admin = await hall.roleCaller('admin')
    expect((await admin.command(`/api/devices/${phone.deviceId}/revoke`)).status).toBe(200)
    expect(await whoIs(agent)).toBe('session.none')
    expect((await phone.again()).body.code).toBe('device.revoked')
  })

  test('[Q53, V88] a phone without a network is no silent device of the hall', async () => {
    const hall = await startHall()
    await hall.phone('05')
    const { deps } = hall.server.counter
    expect(deps.store.read(findDevices)).toEqual([])
    await hall.device('kiosk', '取号机')
    expect(deps.store.read(findDevices).map(({ kind }) => kind)).toEqual(['kiosk'])
  })

  test('[P22] five wrong codes of one source are enough', async () => {
    const hall = await startHall()
    const publicKey = { x: 'A'.repeat(43), y: 'A'.repeat(43) }
    const codes: string[] = []
    for (let n = 0; n < 6; n += 1)
      codes.push(
        (await hall.anonymous.post('/api/devices/enrol', { code: 'ABCD-EFGH', publicKey })).body.code,
      )
    expect(codes).toEqual([...Array(5).fill('enrol.code_wrong'), 'enrol.code_spent'])
    await enrol(hall.server, hall.anonymous, { kind: 'kiosk', name: '取号机' }).then(
      () => expect.unreachable(),
      (error: Error) => expect(error.message).toContain('enrol.code_spent'),
    )
  })

  test('[V90, P22] five wrong codes are five, whether or not the server was started anew in between', async () => {
    const hall = await startHall()
    const publicKey = { x: 'a'.repeat(43), y: 'a'.repeat(43) }
    const tryAt = (at: Hall) => at.anonymous.post('/api/devices/enrol', { code: 'ABCD-2345', publicKey })
    for (let nth = 0; nth < 4; nth += 1) expect((await tryAt(hall)).body.code).toBe('enrol.code_wrong')
    const again = await hall.restart()
    expect((await tryAt(again)).body.code).toBe('enrol.code_wrong')
    expect((await tryAt(again)).body.code).toBe('enrol.code_spent')
    again.clock.to('2026-06-12T01:50:00.001Z')
    expect((await tryAt(again)).body.code).toBe('enrol.code_wrong')
  })
})
