import { describe, expect, test } from 'vitest'
import type { Caller } from './app.ts'
import { caseOfFiveDays, named, registerPayload, SIGNATURE } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

type Point = Awaited<ReturnType<typeof atPoint>>

/** An authority that ends on Monday 15 June; the hall's day is Friday 12 June. */
const { authority } = registerPayload() as { authority: object }
const UNTIL_MONDAY = { authority: { ...authority, until: '2026-06-15' } }
const MONDAY = '2026-06-15T02:00:00.000Z'
const TUESDAY = '2026-06-16T02:00:00.000Z'

const on = async (point: Point, day: string) => {
  point.hall.clock.to(day)
  await point.again()
}
const listing = (point: Point, id: string, way: string) =>
  point.agent().command('/api/visits', { cases: [{ case: id, way }] })
const serving = (clerk: Caller, visit: string, id: string) =>
  clerk.command(`/api/visits/${visit}/serve`, { case: id, papers: [], problem: null, remark: '' })

describe('an authority that is over', () => {
  test('[V9] ends what is done for the resident, on the day after its last', async () => {
    const point = await atPoint()
    const id = await point.registered(UNTIL_MONDAY)
    await on(point, MONDAY)
    expect(await point.send('case.edit', { phone: '19900000009' }, { caseId: id })).toMatchObject({
      code: null,
    })
    await on(point, TUESDAY)
    for (const [type, payload] of [
      ['case.edit', { phone: '19900000008' }],
      ['case.ask_withdrawal', { reason: '不办了' }],
      ['material.receive', { materials: ['居民身份证'] }],
    ] as const)
      expect(await point.send(type, payload, { caseId: id })).toMatchObject({
        status: 'attention',
        code: 'authority.expired',
      })
    // Said, given back and taken back: all that is owed to the resident.
    for (const [type, payload] of [
      ['note.add', { text: '本人问过' }],
      ['material.return', { materials: ['居民身份证'], receiver: '示例甲' }],
      ['authority.revoke', {}],
    ] as const)
      expect(await point.send(type, payload, { caseId: id })).toMatchObject({ code: null })
  })

  test('[V9, V54] takes what was captured while it held, whenever it comes', async () => {
    const point = await atPoint()
    const id = await point.registered(UNTIL_MONDAY)
    await on(point, TUESDAY)
    const late = { caseId: id, capturedAt: MONDAY }
    expect(await point.send('case.edit', { phone: '19900000009' }, late)).toMatchObject({ code: null })
  })

  test('[V9, V94] hands no result to the agent, at the list and at the desk, and says so', async () => {
    const point = await atPoint()
    const id = await point.decided(UNTIL_MONDAY)
    const { number } = (await point.clerk.get(`/api/cases/${id}`)).body.row
    await on(point, MONDAY)
    const { body } = await listing(point, id, 'down')
    await on(point, TUESDAY)
    const clerk = await point.hall.roleCaller('clerk')
    const refused = { status: 409, body: { code: 'authority.expired', params: { n: number } } }
    expect(await serving(clerk, body.id, id)).toMatchObject(refused)
    expect(await listing(point, id, 'down')).toMatchObject(refused)
    const { events } = (await clerk.get(`/api/cases/${id}`)).body
    expect(events.some(({ type }: { type: string }) => type === 'papers.handed')).toBe(false)
  })

  test('[V9, V14] leaves no result in the agent’s hands: what was handed down may always be recorded as given', async () => {
    const point = await atPoint()
    const expired = await point.decided(UNTIL_MONDAY)
    const revoked = await point.decided()
    for (const id of [expired, revoked]) {
      const { body } = await listing(point, id, 'down')
      expect((await serving(point.clerk, body.id, id)).status).toBe(200)
    }
    expect(await point.send('authority.revoke', {}, { caseId: revoked })).toMatchObject({ code: null })
    await on(point, TUESDAY)
    for (const id of [expired, revoked]) {
      expect(await point.send('result.deliver', { receiver: '示例甲' }, { caseId: id })).toMatchObject({
        code: null,
      })
      expect((await point.agent().get(`/api/cases/${id}`)).body.delivery).toMatchObject({ way: 'agent' })
    }
    // Asking afterwards is part of the delivery, and no act for the resident.
    const asked = { way: 'phone', satisfaction: 'satisfied' }
    expect(await point.send('followup.record', asked, { caseId: expired })).toMatchObject({
      status: 'applied',
    })
  })

  test('[V9] finishes an errand that was begun under it, once', async () => {
    const point = await atPoint()
    const caseId = await point.noticed({}, UNTIL_MONDAY)
    await on(point, TUESDAY)
    const attempt = { purpose: 'relay', way: 'phone', isReached: false }
    const relay = () => point.send('correction.relay', { way: 'visit' }, { caseId })
    expect(await point.send('contact.attempt', attempt, { caseId })).toMatchObject({ code: null })
    expect(await relay()).toMatchObject({ status: 'applied' })
    expect(await relay()).toMatchObject({ status: 'attention', code: 'authority.expired' })
    for (const purpose of ['relay', 'deliver', 'followup'])
      expect(await point.send('contact.attempt', { ...attempt, purpose }, { caseId })).toMatchObject({
        status: 'attention',
        code: 'authority.expired',
      })
  })

  test('[V9, V21, V25] a notice of then is given by the hall, and one that was on its way is passed on', async () => {
    const point = await atPoint()
    const { authority: full } = registerPayload() as { authority: object }
    const short = { authority: { ...full, powers: ['submit'], until: '2026-06-15' } }
    const before = await point.noticed({}, short)
    const after = await point.registered({ ...caseOfFiveDays(), ...short })
    await on(point, TUESDAY)
    expect(await point.send('correction.relay', { way: 'visit' }, { caseId: before })).toMatchObject({
      status: 'applied',
    })
    const clerk = await point.hall.roleCaller('clerk')
    const asked = { materials: [{ name: '居民户口簿', how: '缺户主页' }] }
    expect((await clerk.command(`/api/cases/${after}/request-supplement`, asked)).status).toBe(200)
    const { clocks } = (await clerk.get(`/api/cases/${after}`)).body
    const running = clocks.flatMap(({ kind, state }: { kind: string; state: string }) =>
      state === 'running' ? [kind] : [],
    )
    // Given at its issue, as at the window: nobody at the point has to pass it on.
    expect(running).toEqual(['waiting'])
  })
})

describe('a result at a visit', () => {
  test('[V9, V94] is not listed, and not handed, for an agent who may not receive it', async () => {
    const point = await atPoint()
    const id = await point.decided({ authority: { ...authority, powers: ['submit', 'receive_notice'] } })
    const { number } = (await point.clerk.get(`/api/cases/${id}`)).body.row
    expect(await listing(point, id, 'down')).toMatchObject({
      status: 409,
      body: { code: 'authority.out_of_scope', params: { n: number } },
    })
  })

  test('[V14, V94] is not handed once the resident took the authority back, and not listed either', async () => {
    const point = await atPoint()
    const id = await point.decided()
    const { body } = await listing(point, id, 'down')
    await point.act(id, 'revoke-authority', { where: 'phone', reason: '' })
    const refused = { status: 409, body: { code: 'authority.revoked' } }
    expect(await serving(point.clerk, body.id, id)).toMatchObject(refused)
    expect(await listing(point, id, 'down')).toMatchObject(refused)
    const { clocks } = (await point.agent().get(`/api/cases/${id}`)).body
    expect(clocks.some(({ kind }: { kind: string }) => kind === 'deliver')).toBe(false)
  })

  test('[V9, V94] is not handed to a deputy whom the resident did not allow', async () => {
    const point = await atPoint()
    const id = await point.decided()
    const allowed = await point.decided({ authority: { ...authority, allowsDeputy: true } })
    await point.hall.server.counter.deps.store.write((tx) =>
      tx.sql.prepare("UPDATE staff SET village = '05' WHERE sign_in_name = 'v06'").run(),
    )
    const deputy = await (await point.hall.phone('05')).signIn('v06')
    const list = (of: string) => deputy.command('/api/visits', { cases: [{ case: of, way: 'down' }] })
    expect(await list(id)).toMatchObject({ status: 409, body: { code: 'authority.out_of_scope' } })
    expect(await list(allowed)).toMatchObject({ status: 200 })
  })
})

test('[V9, V86, C1502] an authority may last as long as was allowed within the days before its capture by which a guide still counts, and no longer after that', async () => {
  const point = await atPoint()
  const set = async (key: string, value: number) =>
    (await point.hall.roleCaller('admin')).command(`/api/settings/village.${key}`, {
      value,
      reason: '委托别太久',
    })
  const months = (value: number) => set('authorityMonths', value)
  const until = (day: string) => registerPayload({ authority: { ...authority, until: day } })
  const sent = async (day: string, header: object = {}) => {
    const { status, code } = await point.send('case.register', until(day), {
      itemVersion: 1,
      files: [named(SIGNATURE)],
      ...header,
    })
    return code ?? status
  }
  expect((await set('guideAge', 2)).status).toBe(200)
  point.hall.clock.forward(60_000)
  expect((await months(3)).status).toBe(200)
  point.hall.clock.forward(60_000)
  // A phone that was not told yet still lets the resident sign for six months.
  expect(await sent('2026-12-13')).toBe('authority.too_long')
  expect(await sent('2026-12-12')).toBe('applied')
  await on(point, MONDAY)
  expect(await sent('2026-09-16')).toBe('authority.too_long')
  expect(await sent('2026-12-15')).toBe('authority.too_long')
  expect(await sent('2026-09-15')).toBe('merged')
  // Signed at the point within the two days, and on its way meanwhile.
  expect(await sent('2026-12-12', { capturedAt: '2026-06-14T01:30:00.000Z' })).toBe('merged')
  expect((await months(9)).status).toBe(200)
  expect(await sent('2027-03-15')).toBe('merged')
  expect(await sent('2027-03-16')).toBe('authority.too_long')
})
