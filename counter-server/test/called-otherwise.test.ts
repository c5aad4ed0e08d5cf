import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { change, deskAt, follow, hallWithDesk, journalOf, refused } from './desk.ts'

describe('a number called out of order', () => {
  test('[Q18, Q19] needs a reason, counts for everyone it passes, and is explained', async () => {
    const { hall, desk } = await hallWithDesk()
    const line = []
    for (const _ of [1, 2, 3]) {
      hall.clock.forward(60_000)
      line.push(await desk.take())
    }
    const [first, second, third] = line
    expect(await desk.at('pick', { ticketId: third.ticketId, reason: ' ' })).toMatchObject(
      refused('reason.required'),
    )
    const { body } = await desk.at('pick', { ticketId: third.ticketId, reason: '要赶末班车' })
    expect(body.ticket).toMatchObject({ id: third.ticketId, status: 'called', window: 1 })
    const overtaken = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT number, overtaken FROM ticket WHERE overtaken > 0 ORDER BY number').all(),
    )
    expect(overtaken).toEqual([
      { number: first.number, overtaken: 1 },
      { number: second.number, overtaken: 1 },
    ])
    expect(journalOf(hall, 'ticket.called')).toMatchObject([{ kind: 'pick', reason: '要赶末班车' }])
    const why = (await desk.clerk.get(`/api/tickets/${third.ticketId}/why`)).body
    expect(why).toMatchObject({
      callKind: 'pick',
      reason: '要赶末班车',
      tier: 'main',
      by: expect.any(String),
    })
    expect(why.called).toMatchObject({ number: third.number, delayMinutes: 20 })
    expect(why.passed.map(({ number }: { number: string }) => number)).toEqual([first.number, second.number])
  })

  test('[Q18, QT1] is not taken from the window that has it, nor picked beside another one', async () => {
    const { hall, desk } = await hallWithDesk()
    const other = await deskAt(hall, 2)
    const { ticketId } = await desk.take()
    const late = await desk.take()
    await desk.next()
    const pick = { ticketId, reason: '熟悉情况' }
    expect(await other.at('pick', pick)).toMatchObject({
      ...refused('ticket.elsewhere'),
      body: { params: { w: 1 } },
    })
    expect(await desk.at('pick', { ...pick, ticketId: late.ticketId })).toMatchObject(refused('window.busy'))
    expect(await desk.at('pick', pick)).toMatchObject(refused('ticket.elsewhere'))
  })

  test('[Q18] is called only where its matter is served', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const services = [{ topic: 'social', rank: 'main' }]
    await admin.command('/api/windows/2/services', { services, isConfirmed: true })
    const desk = await deskAt(hall, 2)
    const { ticketId } = await desk.take('relief')
    expect(await desk.at('pick', { ticketId, reason: '闲着' })).toMatchObject(
      refused('ticket.not_served_here'),
    )
  })
})

describe('a number served without a call', () => {
  test('[Q11] is born serving with a reason, is not announced, and takes no part in the line', async () => {
    const { hall, desk } = await hallWithDesk()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    expect(await desk.at('direct', { topic: 'relief', reason: '' })).toMatchObject({ status: 400 })
    const { body } = await desk.at('direct', { topic: 'relief', reason: '送材料，一分钟' })
    expect(body.ticket).toMatchObject({ status: 'serving', window: 1, callNo: 0 })
    expect(await change(wall, 'figures_changed')).toMatchObject({ figures: { waiting: 0 } })
    expect(journalOf(hall, 'announcement.queued')).toEqual([])
    expect(journalOf(hall, 'ticket.issued')).toMatchObject([
      { direct: true, window: 1, reason: '送材料，一分钟' },
    ])
    expect(await desk.at('direct', { topic: 'relief', reason: '再来一位' })).toMatchObject(
      refused('window.busy'),
    )
    expect((await desk.clerk.get(`/api/tickets/${body.ticket.id}/why`)).body).toMatchObject({
      callKind: 'direct',
      reason: '送材料，一分钟',
      passed: [],
    })
    expect((await desk.act(body.ticket.id, 'finish', { outcome: 'consulted' })).body.ticket.status).toBe(
      'served',
    )
  })

  test('[Q35] ends at the stated time with its reason, also by a supervisor without a window', async () => {
    const { hall, desk } = await hallWithDesk()
    const { ticketId } = await desk.take()
    const servedAt = '2026-06-12T01:45:00.000Z'
    hall.clock.forward(10 * 60_000)
    const supervisor = await hall.roleCaller('supervisor')
    const body = {
      servedAt,
      window: 2,
      outcome: 'consulted',
      topicServed: 'social',
      reason: '停电，手工叫号',
    }
    const answer = await supervisor.command(`/api/tickets/${ticketId}/serve-by-hand`, body)
    expect(answer.body.ticket).toMatchObject({ status: 'served', window: 2, outcome: 'consulted' })
    expect(journalOf(hall, 'ticket.served_by_hand')).toMatchObject([
      { statedTime: servedAt, window: 2, topicServed: 'social', reason: '停电，手工叫号', by: 'supervisor' },
    ])
    const late = await desk.take()
    expect(
      await desk.act(late.ticketId, 'serve-by-hand', {
        servedAt: '2026-06-12T01:49:59.999Z',
        reason: '停电',
      }),
    ).toMatchObject({ ...refused('time.out_of_range'), body: { params: { from: '09:50', to: '09:50' } } })
  })
})
