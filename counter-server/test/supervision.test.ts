import { describe, expect, test } from 'vitest'
import { productMigrations } from '../src/store/migrate.ts'
import type { Tx } from '../src/store/tx.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { watch } from './live.ts'

const WORDS = { level: 'unit_head', rule: 'complaint', content: '群众反映久拖未办，请说明' }

/** An accepted case of the forestry unit, due Monday 22 June 17:30. */
async function accepted(hall: Hall): Promise<string> {
  return (await receive(await hall.clerkAt(1), 'LY-001', 'accept')).case.row.id
}

async function moveTo(hall: Hall, instant: string): Promise<void> {
  hall.clock.to(instant)
  await hall.server.jobs.run()
}

const ordersOf = async (caller: Caller, id: string) => (await caller.get(`/api/cases/${id}`)).body.orders

describe('supervision orders', () => {
  test('[C705] one by hand is answered by the unit and closed by the supervisor, the case notwithstanding', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const supervisor = await hall.signIn('supervisor')
    const handler = await hall.signIn('ly')

    const issued = await act(supervisor, id, 'supervise', WORDS)
    const [order] = issued.case.orders
    expect(order).toMatchObject({
      number: '督〔2026〕1号',
      level: 'unit_head',
      issuer: 'supervisor',
      content: WORDS.content,
      replyDueOn: '2026-06-15',
      light: 'green',
      acts: [],
    })
    expect(issued.case.row.flags).toContain('supervised')
    const twice = await supervisor.command(`/api/cases/${id}/supervise`, WORDS)
    expect([twice.status, twice.body.code]).toEqual([409, 'order.already_open'])

    expect((await handler.get('/api/orders')).body.items).toMatchObject([{ id: order.id, acts: ['reply'] }])
    await act(handler, id, 'decide', { decision: 'granted', result: '同意' })
    const early = await supervisor.command(`/api/cases/${id}/close-order`, {
      order: order.id,
      result: '属实',
    })
    expect(early.body.code).toBe('order.not_replied')
    const replied = await act(handler, id, 'reply-order', { order: order.id, reply: '已于今日办结' })
    expect(replied.case.orders[0]).toMatchObject({ reply: '已于今日办结', light: 'done', acts: [] })
    const closed = await act(supervisor, id, 'close-order', { order: order.id, result: '情况属实' })
    expect(closed.case.orders[0]).toMatchObject({ result: '情况属实', acts: [] })
    expect(closed.case.row.flags).not.toContain('supervised')
    expect((await supervisor.get('/api/orders')).body.items).toEqual([])
    const again = await handler.command(`/api/cases/${id}/reply-order`, { order: order.id, reply: '再报' })
    expect(again.body.code).toBe('order.closed')
  })

  test('[C705] is a paper of the case, with its own number, whoever issued it', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const by = await act(await hall.signIn('supervisor'), id, 'supervise', {
      ...WORDS,
      level: 'deputy_leader',
    })
    expect(by.case.papers.at(-1)).toMatchObject({ kind: 'supervision', number: '督〔2026〕1号', prints: [] })
    await moveTo(hall, '2026-06-22T09:31:00.000Z')
    const supervisor = await hall.signIn('supervisor')
    const { papers } = (await supervisor.get(`/api/cases/${id}`)).body
    const paper = papers.at(-1)
    expect(paper).toMatchObject({ kind: 'supervision', number: '督〔2026〕2号' })
    const printed = await supervisor.command(`/api/cases/${id}/papers/${paper.id}/print`)
    expect(printed.body).toMatchObject({
      kind: 'supervision',
      paperNumber: '督〔2026〕2号',
      nth: 0,
      points: [
        { point: 'level', text: '单位负责人' },
        { point: 'reason', text: '超过承诺时限' },
        { point: 'content', text: '已超承诺时限，请说明原因，抓紧办理' },
        // Recorded after closing, so one working day counts from the 23rd.
        { point: 'replyBy', text: '6月24日（周三）17:30' },
      ],
    })
  })

  test('[C705, C1302] one on a letter stands in the same list, the earliest answer first, and is answered from there', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const clerk = await hall.signIn('clerk1')
    const call = { channel: 'phone', topic: 'help', isAboutStaff: false, name: '', phone: '', address: '' }
    const letter = (await clerk.command('/api/letters', { ...call, text: '路灯不亮' })).body
    const onLetter = (caller: Caller, action: string, body: object) =>
      caller.command(`/api/letters/${letter.id}/${action}`, body)
    await onLetter(clerk, 'assign', { unit: 'MZ' })
    const supervisor = await hall.signIn('supervisor')
    const [order] = (await onLetter(supervisor, 'supervise', WORDS)).body.orders
    expect(order).toMatchObject({ number: '督〔2026〕1号', content: WORDS.content, unit: 'MZ' })
    await act(supervisor, id, 'supervise', { ...WORDS, level: 'deputy_leader' })
    const of = async (who: string) => (await (await hall.signIn(who)).get('/api/orders')).body.items
    const both = [
      { number: '督〔2026〕1号', about: { kind: 'letter', number: letter.number, channel: 'phone' } },
      { number: '督〔2026〕2号', about: { kind: 'case', itemName: expect.any(String) } },
    ]
    expect(await of('supervisor')).toMatchObject(both)
    expect(await of('leader')).toMatchObject(both)
    // Each unit hears of its own; nothing of who wrote stands there.
    expect(await of('mz')).toMatchObject([{ ...both[0], acts: ['reply'] }])
    expect(await of('ly')).toMatchObject([both[1]])
    const replied = await onLetter(await hall.signIn('mz'), 'reply-order', {
      order: order.id,
      reply: '今日修',
    })
    expect(replied.body.orders).toMatchObject([{ reply: '今日修', light: 'done', acts: [] }])
    expect((await of('supervisor'))[0]).toMatchObject({ reply: '今日修', acts: ['close'] })
    await onLetter(supervisor, 'close-order', { order: order.id, result: '属实' })
    expect(await of('supervisor')).toMatchObject([both[1]])
  })

  test('[C705, K27] orders on letters from before they had rows get those that their events make', async () => {
    const hall = await startHall()
    const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
    const call = { channel: 'phone', topic: 'help', isAboutStaff: false, name: '', phone: '', address: '' }
    const { id } = (await clerk.command('/api/letters', { ...call, text: '路灯不亮' })).body
    const done = (caller: Caller, action: string, body: object) =>
      caller.command(`/api/letters/${id}/${action}`, body)
    await done(clerk, 'assign', { unit: 'MZ' })
    const [order] = (await done(supervisor, 'supervise', WORDS)).body.orders
    await done(await hall.signIn('mz'), 'reply-order', { order: order.id, reply: '今日修' })
    await done(supervisor, 'supervise', { ...WORDS, level: 'deputy_leader' })
    // The answered one stays with who answered it; the other goes with the letter.
    await done(clerk, 'assign', { unit: 'LY' })
    const filling = productMigrations().flatMap(
      ({ sql }) => sql.match(/INSERT INTO supervision_order_new\s+SELECT issued[^;]*;/)?.[0] ?? [],
    )
    expect(filling).toHaveLength(1)
    const rows = (tx: Tx) => tx.sql.prepare('SELECT * FROM supervision_order ORDER BY number').all()
    const { store } = hall.server.counter.deps
    const before = store.read(rows)
    await store.write((tx) => {
      tx.sql.prepare('DELETE FROM supervision_order').run()
      tx.sql.prepare((filling[0] ?? '').replace('supervision_order_new', 'supervision_order')).run()
    })
    expect(before).toMatchObject([{ unit: 'MZ' }, { unit: 'LY' }])
    expect(store.read(rows)).toEqual(before)
  })

  test('[C705] an order says who may not touch it', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const leader = await hall.signIn('leader')
    const issued = await act(leader, id, 'supervise', { ...WORDS, level: 'chief_leader' })
    const [order] = issued.case.orders
    const other = await hall.signIn('mz')
    const stranger = await other.command(`/api/cases/${id}/reply-order`, {
      order: order.id,
      reply: '不是我们',
    })
    expect([stranger.status, stranger.body.code]).toEqual([403, 'case.forbidden'])
    expect((await other.get('/api/orders')).body.items).toEqual([])
    await act(await hall.signIn('ly'), id, 'reply-order', { order: order.id, reply: '在办' })
    const supervisor = await hall.signIn('supervisor')
    const foreign = await supervisor.command(`/api/cases/${id}/close-order`, {
      order: order.id,
      result: '好',
    })
    expect(foreign.body.code).toBe('order.not_yours')
    await act(leader, id, 'close-order', { order: order.id, result: '好' })
    const unknown = await leader.command(`/api/cases/${id}/close-order`, { order: id, result: '好' })
    expect([unknown.status, unknown.body.code]).toEqual([404, 'order.not_found'])
  })

  test('[C704] the ladder issues one order per step, to posts, however often the tick comes', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const levels = async () =>
      (await ordersOf(await hall.signIn('supervisor'), id)).map(
        ({ level, issuer, number }: { level: string; issuer: string; number: string }) =>
          `${number} ${issuer} ${level}`,
      )
    await moveTo(hall, '2026-06-22T09:30:00.000Z')
    expect(await levels()).toEqual([])
    await moveTo(hall, '2026-06-22T09:30:00.001Z')
    await hall.server.jobs.run()
    expect(await levels()).toEqual(['督〔2026〕1号 system unit_head'])
    await moveTo(hall, '2026-06-23T09:30:00.001Z')
    await moveTo(hall, '2026-06-25T09:30:00.000Z')
    expect(await levels()).toHaveLength(2)
    await moveTo(hall, '2026-06-25T09:30:00.001Z')
    await hall.server.jobs.run()
    expect(await levels()).toEqual([
      '督〔2026〕1号 system unit_head',
      '督〔2026〕2号 system deputy_leader',
      '督〔2026〕3号 system chief_leader',
    ])
  })

  test('[C704] after nine days off the orders come once each, with crossing and firing time', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    hall.clock.to('2026-06-17T15:00:00.000Z')
    await hall.server.jobs.run()
    hall.clock.to('2026-06-27T01:00:00.000Z')
    const later = await hall.restart()
    await later.server.jobs.run()
    const orders = await ordersOf(await later.signIn('supervisor'), id)
    expect(orders).toHaveLength(3)
    // Issued on Saturday the 27th, which counts as Monday; day 1 is Tuesday (C502, C506).
    for (const order of orders)
      expect(order).toMatchObject({
        issuedAt: '2026-06-27T01:00:00.000Z',
        replyDueOn: '2026-06-30',
        light: 'green',
      })
    const marks = later.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT crossed_at, fired_at FROM clock_mark WHERE threshold = ?').all('deputy_leader'),
    )
    const { body } = await (await later.signIn('leader')).get('/api/supervise')
    expect(body.lateMarks).toEqual({
      yellow: 1,
      red: 1,
      crossedFrom: '2026-06-17T16:00:00.000Z',
      firedAt: '2026-06-27T01:00:00.000Z',
    })
    expect(marks).toEqual([{ crossed_at: '2026-06-23T09:30:00.000Z', fired_at: '2026-06-27T01:00:00.000Z' }])
  })

  test('[C521] on a day without an outage nothing was missed, however long before its mark a crossing lies', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    // Received at 9:40 and yellow from midnight, as whatever is to be done on the day of its receipt.
    await receive(clerk, 'SB-005')
    await hall.server.jobs.run()
    const missed = async (at: Hall) =>
      (await (await at.signIn('supervisor')).get('/api/supervise')).body.lateMarks
    const fired = (at: Hall) =>
      at.server.counter.deps.store.read((tx) => tx.sql.prepare('SELECT crossed_at FROM clock_mark').all())
    expect(fired(hall)).toEqual([{ crossed_at: '2026-06-11T16:00:00.000Z' }])
    expect(await missed(hall)).toBeNull()

    // Nor by a case that came in after the last tick: its crossing lies before the time the server was off.
    hall.clock.to('2026-06-12T01:50:00.000Z')
    await receive(clerk, 'SB-005')
    hall.clock.to('2026-06-12T02:10:00.000Z')
    const later = await hall.restart()
    expect(fired(later)).toHaveLength(2)
    expect(await missed(later)).toBeNull()
    // At 17:30 both are overdue while it is off.
    hall.clock.to('2026-06-12T10:00:00.000Z')
    const evening = await later.restart()
    expect(await missed(evening)).toEqual({
      yellow: 0,
      red: 2,
      crossedFrom: '2026-06-12T09:30:00.000Z',
      firedAt: '2026-06-12T10:00:00.000Z',
    })
  })

  test('[C705] while an order by hand is open the ladder notes its step and issues none', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    await act(await hall.signIn('supervisor'), id, 'supervise', WORDS)
    await moveTo(hall, '2026-06-22T09:30:00.001Z')
    await hall.server.jobs.run()
    expect(await ordersOf(await hall.signIn('supervisor'), id)).toHaveLength(1)
  })

  test('[C704] a changed ladder holds for cases that are already open', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const admin = await hall.signIn('admin')
    const body = { value: 2, reason: '先由单位自查' }
    expect((await admin.command('/api/settings/supervise.unitHead', body)).status).toBe(200)
    await moveTo(hall, '2026-06-22T09:30:00.001Z')
    expect(await ordersOf(await hall.signIn('supervisor'), id)).toEqual([])
    await moveTo(hall, '2026-06-24T09:30:00.001Z')
    const levels = (await ordersOf(await hall.signIn('supervisor'), id)).map(
      ({ level }: { level: string }) => level,
    )
    expect(levels.sort()).toEqual(['deputy_leader', 'unit_head'])
  })

  test('[P11] a leader sees the case and its orders, but nobody', async () => {
    const hall = await startHall()
    const id = await accepted(hall)
    const leader = await hall.signIn('leader')
    const answer = await act(leader, id, 'supervise', WORDS)
    const detail = (await leader.get(`/api/cases/${id}`)).body
    const list = (await leader.get('/api/cases')).body
    expect(list.items).toHaveLength(1)
    for (const seen of [answer, detail, list]) expect(JSON.stringify(seen)).not.toMatch(/示\*甲|0016|0001"/)
    expect(detail.applicant).toEqual({
      name: '',
      idNo: null,
      phone: null,
      contact: null,
      village: null,
      address: null,
    })
    const screen = await watch(hall, { as: 'staff', cookie: leader.cookie })
    screen.say({ type: 'subscribe', topics: [{ topic: `case:${id}` }] })
    const live = await screen.next(({ type }) => type === 'snapshot')
    expect(JSON.stringify(live)).toContain('"applicant":""')
    expect(JSON.stringify(live)).not.toMatch(/示\*甲|0016|199\*/)
  })

  test('[P11] of what was written by hand a leader reads requests and orders only, also on the live page', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { id } = (await receive(clerk, 'LY-001')).case.row
    const said = (place: string) => `联系示例甲（${place}）`
    const missing = { materials: [{ name: '居民身份证', how: said('补正') }] }
    await act(clerk, id, 'request-supplement', missing)
    await act(clerk, id, 'hand-in', { materials: ['居民身份证'] })
    hall.clock.to('2026-06-12T02:05:00.000Z')
    await act(await hall.signIn('clerk2'), id, 'accept', {
      occurredAt: '2026-06-12T01:50:00.000Z',
      lateReason: said('补录'),
    })
    const handler = await hall.signIn('ly')
    const ask = { unit: 'NJ', content: said('协办'), dueOn: '2026-06-18' }
    const [asked] = (await act(handler, id, 'open-subtask', ask)).case.subtasks
    const answer = { subtask: asked.id, result: said('答复') }
    await (await hall.signIn('nj')).command(`/api/cases/${id}/answer-subtask`, answer)
    await act(await hall.signIn('supervisor'), id, 'supervise', WORDS)

    const { body: whole } = await handler.get(`/api/cases/${id}`)
    for (const place of ['补正', '补录', '协办', '答复']) expect(JSON.stringify(whole)).toContain(said(place))
    const leader = await hall.signIn('leader')
    const screen = await watch(hall, { as: 'staff', cookie: leader.cookie })
    screen.say({ type: 'subscribe', topics: [{ topic: `case:${id}` }] })
    const live = await screen.next(({ type }) => type === 'snapshot')
    for (const seen of [(await leader.get(`/api/cases/${id}`)).body, live.state]) {
      expect(seen.notice.materials).toEqual([{ name: '居民身份证', how: '' }])
      expect(seen.subtasks).toMatchObject([{ unitName: '农技站', how: 'answered', content: '', result: '' }])
      expect(seen.events.map(({ lateReason }: { lateReason: string | null }) => lateReason)).toEqual(
        seen.events.map(() => null),
      )
      expect(seen.orders).toMatchObject([{ content: WORDS.content }])
      expect(JSON.stringify(seen)).not.toContain('示例甲')
    }
  })
})
