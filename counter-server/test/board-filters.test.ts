import { describe, expect, test } from 'vitest'
import { readCounterCases } from '../src/usecases/cases/list-cases.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { fromVillage } from './village-case.ts'

const numbersOf = async (caller: Caller, query: string) =>
  (await caller.get(`/api/cases?${query}`)).body.items.map(({ number }: { number: string }) => number)

describe('the deadline board', () => {
  test('[C705] is filtered by channel, item, open order and waiting signature, each alone and together', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: first } = await receive(clerk, 'LY-001', 'accept')
    const { case: second } = await receive(clerk, 'LY-001', 'accept')
    const { case: other } = await receive(clerk, 'MZ-001', 'accept')
    const village = await fromVillage(hall)
    const supervisor = await hall.signIn('supervisor')
    const handler = await hall.signIn('ly')
    await act(supervisor, first.row.id, 'supervise', { level: 'unit_head', rule: 'other', content: '请说明' })
    await act(handler, first.row.id, 'extend', { days: 3, reason: '需现场核实' })
    await act(handler, second.row.id, 'extend', { days: 2, reason: '需现场核实' })

    expect(await numbersOf(supervisor, 'channel=village')).toEqual([village.number])
    expect(await numbersOf(supervisor, 'item=MZ-001&channel=window')).toEqual([other.row.number])
    expect(await numbersOf(supervisor, 'order=yes')).toEqual([first.row.number])
    expect(await numbersOf(supervisor, 'approval=yes')).toEqual([first.row.number, second.row.number])
    expect(await numbersOf(supervisor, 'approval=yes&order=yes&unit=LY&light=green')).toEqual([
      first.row.number,
    ])
    expect(await numbersOf(supervisor, 'order=yes&unit=MZ')).toEqual([])
    expect((await supervisor.get('/api/cases?order=no')).status).toBe(400)

    // One row is listed; the counters are of all that the filters leave, whatever light is picked.
    const countsOf = async (caller: Caller, query: string) =>
      (await caller.get(`/api/cases?limit=1&counts=yes&${query}`)).body.counts
    const none = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
    expect(await countsOf(supervisor, '')).toEqual({ ...none, green: 4 })
    expect(await countsOf(supervisor, 'light=red')).toEqual({ ...none, green: 4 })
    expect(await countsOf(supervisor, 'channel=village')).toEqual({ ...none, green: 1 })
    expect(await countsOf(supervisor, 'unit=LY&channel=window')).toEqual({ ...none, green: 2 })
    expect(await countsOf(supervisor, 'approval=yes')).toEqual({ ...none, green: 2 })
    expect(await countsOf(supervisor, 'item=LY-001&order=yes')).toEqual({ ...none, green: 1 })
    expect(await countsOf(handler, 'item=MZ-001')).toEqual(none)
    expect(await countsOf(supervisor, 'open=no')).toBeUndefined()
    expect((await supervisor.get('/api/cases')).body.counts).toBeUndefined()
  })

  test('[C703] says why a grey case stands still and since when', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    await act(await hall.signIn('ly'), found.row.id, 'pause', {
      reason: 'expert_review',
      days: 10,
      noticeNumber: '特-1',
    })
    const { body } = await (await hall.signIn('supervisor')).get('/api/cases?light=paused')
    expect(body.items).toMatchObject([
      { light: 'paused', pause: { reason: 'expert_review', since: '2026-06-12' }, dueOn: '2026-06-22' },
    ])
  })

  test('[C305] counts a grey case of an earlier version at reading, and its row is written at the next tick', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    await act(await hall.signIn('ly'), found.row.id, 'pause', {
      reason: 'expert_review',
      days: 10,
      noticeNumber: '特-1',
    })
    const { store } = hall.server.counter.deps
    const rowOf = ({ server }: Hall) =>
      server.counter.deps.store.read((tx) =>
        tx.sql.prepare('SELECT paused_clock, made_with FROM "case"').get(),
      ) as {
        paused_clock: string | null
        made_with: string
      }
    const before = rowOf(hall)
    await store.write(
      (tx) =>
        void tx.sql
          .prepare(`UPDATE "case" SET paused_clock = NULL, made_with = replace(made_with, '/5/', '/4/')`)
          .run(),
    )
    const supervisor = await hall.signIn('supervisor')
    const { body } = await supervisor.get('/api/cases?light=paused')
    expect(body.items).toMatchObject([{ dueOn: '2026-06-22', pause: { reason: 'expert_review' } }])
    const updated = await hall.restart()
    await updated.server.jobs.run()
    expect(rowOf(updated)).toEqual(before)
    expect(before.paused_clock).not.toBeNull()
  })

  test('[C203] an immediate case left over at close of business is on the supervisor’s list until he settles it', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: one } = await receive(clerk, 'SB-005')
    const { case: other } = await receive(clerk, 'SB-005')
    const leftOver = async (caller: Caller) =>
      (await caller.get('/api/supervise')).body.leftOver.map(({ number }: { number: string }) => number)
    hall.clock.to('2026-06-12T09:30:00.000Z')
    expect(await leftOver(await hall.signIn('supervisor'))).toEqual([])
    hall.clock.to('2026-06-12T09:30:00.001Z')
    await hall.server.jobs.run()
    const supervisor = await hall.signIn('supervisor')
    expect(await leftOver(supervisor)).toEqual([one.row.number, other.row.number])
    const { body } = await supervisor.get(`/api/cases/${one.row.id}`)
    expect(body.actions).toEqual(expect.arrayContaining(['finish_on_spot', 'convert']))
    await act(supervisor, one.row.id, 'finish-on-spot', { result: '认证通过' })
    await act(supervisor, other.row.id, 'convert', { reason: '系统故障' })
    expect(await leftOver(supervisor)).toEqual([])
  })
})

test('[U34] the list of a desk is one order of what is to be accepted, awaited and handed over', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const handler = await hall.signIn('ly')
  const { case: decided } = await receive(clerk, 'LY-001', 'accept')
  await act(handler, decided.row.id, 'take')
  await act(handler, decided.row.id, 'decide', { decision: 'granted', result: '准予采伐' })
  hall.clock.forward(60_000)
  const { case: awaited } = await receive(clerk, 'LY-001')
  await act(clerk, awaited.row.id, 'request-supplement', {
    materials: [{ name: '居民身份证', how: '原件' }],
  })
  hall.clock.forward(60_000)
  const { case: next } = await receive(clerk, 'LY-001')
  await receive(clerk, 'MZ-001', 'accept')
  const lines = hall.server.counter.deps.store.read(readCounterCases)
  // What runs comes first; what does not, by its receipt. Fifteen working days for the papers end on 6 July.
  expect(lines.map(({ facts, light, left }) => [facts.number, light, left])).toEqual([
    [next.row.number, 'green', 5],
    [decided.row.number, 'done', 5],
    [awaited.row.number, 'none', 24],
  ])
})

test('[C802] a transfer that nobody took over by the end of the next working day is on the supervisor’s list', async () => {
  const hall = await startHall()
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
  await act(await hall.signIn('ly'), found.row.id, 'transfer', { unit: 'NJ', reason: '农技站承办' })
  const notTaken = async () =>
    (await (await hall.signIn('supervisor')).get('/api/supervise')).body.notTaken.map(
      ({ number }: { number: string }) => number,
    )
  // Friday the 12th: Monday's closing is in time.
  hall.clock.to('2026-06-15T09:30:00.000Z')
  expect(await notTaken()).toEqual([])
  hall.clock.to('2026-06-15T09:30:00.001Z')
  expect(await notTaken()).toEqual([found.row.number])
  await act(await hall.signIn('nj'), found.row.id, 'take-over')
  expect(await notTaken()).toEqual([])
})

describe('what waits for a signature', () => {
  test('[C424, P11] the leader sees the request with its explained clock and nobody’s name, and signs', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const handler = await hall.signIn('ly')
    await act(handler, found.row.id, 'extend', { days: 3, reason: '需专家现场核实' })
    const leader = await hall.signIn('leader')

    const { body } = await leader.get('/api/approvals')
    expect(body.items).toMatchObject([
      {
        case: { id: found.row.id, number: found.row.number, applicant: '', handler: null, unit: 'LY' },
        kind: 'extend',
        reason: '需专家现场核实',
        days: 3,
        clock: { kind: 'committed', dueOn: '2026-06-22' },
        // Eight working days from Friday the 12th, the 19th a holiday: 15–18, 22–25.
        dueOnIfSigned: '2026-06-25',
      },
    ])
    expect(body.items[0].clock.segments.length).toBeGreaterThan(3)
    expect(JSON.stringify(body)).not.toMatch(/示\*甲|0016/)
    // What the leader signs is not the supervisor's to sign.
    expect((await (await hall.signIn('supervisor')).get('/api/approvals')).body.items).toEqual([])
    const signed = await act(leader, found.row.id, 'approve', { isApproved: true })
    expect(signed.case).toMatchObject({ row: { dueOn: '2026-06-25', applicant: '' }, approval: null })
    expect((await leader.get('/api/approvals')).body.items).toEqual([])
  })

  test('[C403] a refusal of acceptance waits for the supervisor and counts on today’s board', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001')
    await act(clerk, found.row.id, 'refuse', { reason: '不属本镇', organ: '县林业局' })
    const supervisor = await hall.signIn('supervisor')
    expect((await supervisor.get('/api/supervise')).body.approvals).toBe(1)
    const { body } = await supervisor.get('/api/approvals')
    expect(body.items).toMatchObject([{ kind: 'refuse', days: null, dueOnIfSigned: null, clock: null }])
    expect((await (await hall.signIn('leader')).get('/api/approvals')).body.items).toEqual([])
    await act(supervisor, found.row.id, 'approve', { isApproved: false, reason: '本镇可办' })
    expect((await supervisor.get('/api/supervise')).body.approvals).toBe(0)
  })
})
