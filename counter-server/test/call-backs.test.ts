import { describe, expect, test } from 'vitest'
import { insertTry } from '../src/store/call-backs.ts'
import type { Caller } from './app.ts'
import { sha256 } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const listOf = async (caller: Pick<Caller, 'get'>) => (await caller.get('/api/call-backs')).body
const missed = { isReached: false, satisfaction: null, remark: '没人接' }

/** Five deliveries of June at point 05, and the first morning of July. */
async function inJuly() {
  const point = await atPoint()
  const delivered: string[] = []
  for (let n = 0; n < 5; n += 1) delivered.push(await point.delivered())
  point.hall.clock.to('2026-07-01T01:00:00.000Z')
  await point.hall.server.jobs.run()
  return { ...point, delivered, supervisor: await point.hall.signIn('supervisor') }
}

describe('the call-backs of the centre', () => {
  test('[V20] are drawn once a month is over, by a seed that is kept and can be drawn again', async () => {
    const { hall, delivered, supervisor } = await inJuly()
    const { items, draws } = await listOf(supervisor)
    const draw = draws.find(({ village }: { village: string }) => village === '05')
    // A tenth of five is one; the least is two.
    expect(draw).toMatchObject({ month: '2026-06', deliveries: 5, drawn: 2 })
    const ranked = delivered.toSorted((one, other) =>
      sha256(`${draw.seed} ${one}`) < sha256(`${draw.seed} ${other}`) ? -1 : 1,
    )
    const cases = items.map((line: { case: string }) => line.case)
    expect(cases.toSorted()).toEqual(ranked.slice(0, 2).toSorted())
    expect(items[0]).toMatchObject({
      applicant: '示*甲',
      phone: '199****0001',
      village: '05',
      month: '2026-06',
      why: 'drawn',
      settledAt: null,
      tries: [],
    })
    // The next tick and the next start draw nothing anew.
    await hall.server.jobs.run()
    expect((await listOf(supervisor)).draws).toEqual(draws)
    const monthOf = async () =>
      (await supervisor.get('/api/points')).body.points.find(
        ({ village }: { village: string }) => village === '05',
      ).month
    expect((await monthOf()).callBacks).toEqual({ n: 0, of: 2 })
    const reached = { isReached: true, satisfaction: 'satisfied', remark: '办得快' }
    await supervisor.command(`/api/call-backs/${cases[0]}/tries`, reached)
    expect((await monthOf()).callBacks).toEqual({ n: 1, of: 2 })
  })

  test('[V20] record each call; who is reached, or not on three days, is done with, and no 好差评 comes of it', async () => {
    const { hall, supervisor } = await inJuly()
    const [first, second] = (await listOf(supervisor)).items.map((line: { case: string }) => line.case)
    const call = (id: string, told: object) => supervisor.command(`/api/call-backs/${id}/tries`, told)
    const lineOf = async (id: string) =>
      (await listOf(supervisor)).items.find((line: { case: string }) => line.case === id)
    await call(first, missed)
    expect(await lineOf(first)).toMatchObject({
      settledAt: null,
      tries: [{ ...missed, by: expect.any(String) }],
    })
    const told = { isReached: true, satisfaction: 'dissatisfied', remark: '收了我十块钱' }
    expect(await call(first, { ...told, satisfaction: null })).toMatchObject({
      body: { code: 'request.invalid' },
    })
    await call(first, told)
    expect(await lineOf(first)).toMatchObject({
      settledAt: '2026-07-01T01:00:00.000Z',
      tries: [missed, told],
    })
    expect(await call(first, missed)).toMatchObject({ status: 409, body: { code: 'call_back.settled' } })
    for (const day of ['01', '02', '03']) {
      hall.clock.to(`2026-07-${day}T02:00:00.000Z`)
      const again = await hall.signIn('supervisor')
      expect(await again.command(`/api/call-backs/${second}/tries`, missed)).toMatchObject({ status: 200 })
    }
    const late = await hall.signIn('supervisor')
    const settled = (await listOf(late)).items.find((line: { case: string }) => line.case === second)
    expect(settled).toMatchObject({ settledAt: '2026-07-03T02:00:00.000Z' })
    expect(settled.tries).toHaveLength(3)
    const board = (await late.get('/api/ratings')).body
    expect(board.levels.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(0)
    // What was said to the centre is no word of the case, which the agent reads.
    const agent = await hall.signIn('v05')
    const { body } = await agent.get(`/api/cases/${first}`)
    expect(JSON.stringify(body)).not.toContain('十块钱')
  })

  test('[V20, V22] a follow-up that the point gave back stands on the list at once', async () => {
    const point = await atPoint()
    const caseId = await point.delivered()
    const attempt = { purpose: 'followup', way: 'phone', isReached: false }
    for (const day of ['15', '16', '17']) {
      point.hall.clock.to(`2026-06-${day}T02:00:00.000Z`)
      await point.again()
      expect(await point.send('contact.attempt', attempt, { caseId })).toMatchObject({ code: null })
    }
    const supervisor = await point.hall.signIn('supervisor')
    expect((await listOf(supervisor)).items).toMatchObject([
      { case: caseId, why: 'given_back', month: '2026-06' },
    ])
  })

  test('[V20, V96] go on after the fiftieth call', async () => {
    const { hall, supervisor } = await inJuly()
    const [{ case: id }] = (await listOf(supervisor)).items
    await hall.server.counter.deps.store.write((tx) => {
      for (let nth = 1; nth <= 51; nth += 1) insertTry(tx, id, { ...missed, nth, by: 'system' })
    })
    expect((await supervisor.command(`/api/call-backs/${id}/tries`, missed)).status).toBe(200)
  })

  test('[V20] are the supervisor’s and a named clerk’s; the phone is shown by a look that is recorded', async () => {
    const { hall, supervisor } = await inJuly()
    const clerk = await hall.signIn('clerk2')
    expect(await listOf(clerk)).toEqual({ mayCall: false, clerk: null, clerks: [], draws: [], items: [] })
    const { items, clerks } = await listOf(supervisor)
    const [{ case: id }] = items
    const refused = await clerk.command(`/api/call-backs/${id}/tries`, missed)
    expect(refused).toMatchObject({ status: 403, body: { code: 'case.forbidden' } })
    const named = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT id FROM staff WHERE sign_in_name = 'clerk2'").pluck().get(),
    )
    expect(clerks.map((each: { id: string }) => each.id)).toContain(named)
    await supervisor.command('/api/call-backs/clerk', { clerk: named, reason: '分工' })
    expect((await listOf(clerk)).items).toHaveLength(2)
    expect(await clerk.command(`/api/call-backs/${id}/tries`, missed)).toMatchObject({ status: 200 })
    const shown = await clerk.post(`/api/cases/${id}/reveal`, {
      field: 'phone',
      kind: 'follow_up',
      purpose: '',
    })
    expect(shown).toMatchObject({ status: 200, body: { value: '19900000001' } })
    const looks = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT count(*) FROM reveal').pluck().get(),
    )
    expect(looks).toBe(1)
    const other = await hall.signIn('clerk3')
    expect((await listOf(other)).mayCall).toBe(false)
    expect(await other.command(`/api/call-backs/${id}/tries`, missed)).toMatchObject({ status: 403 })
    expect(
      await supervisor.command('/api/call-backs/019eb2a0-0000-7000-8000-00000000dead/tries', missed),
    ).toMatchObject({ status: 404, body: { code: 'call_back.not_found' } })
  })
})
