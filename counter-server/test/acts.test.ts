import { describe, expect, test } from 'vitest'
import { hallWithDesk, journalOf, newId, refused, statusOf } from './desk.ts'

describe('the resident with the phone', () => {
  test('[Q29] lets three people pass, twice at most, and is told how many are ahead', async () => {
    const { hall, desk } = await hallWithDesk()
    const own = await desk.take()
    for (const _ of [1, 2, 3, 4, 5]) {
      hall.clock.forward(1_000)
      await desk.take()
    }
    const postpone = () => hall.anonymous.command('/api/track/ticket/postpone', { token: own.token })
    expect((await postpone()).body).toEqual({ number: own.number, behind: 3 })
    expect((await postpone()).body).toEqual({ number: own.number, behind: 5 })
    expect(await postpone()).toMatchObject(refused('ticket.postpone_limit'))
    expect(journalOf(hall, 'ticket.postponed')).toMatchObject([
      { nth: 1, places: 3, from: { issueOrder: 1 }, to: { issueOrder: 7 } },
      { nth: 2, places: 3 },
    ])
    expect(await desk.act(own.ticketId, 'postpone')).toMatchObject(refused('ticket.postpone_limit'))
    const page = (await hall.anonymous.post('/api/track/ticket', { token: own.token })).body
    expect(page).toMatchObject({ canPostpone: false, ahead: 5 })
  })

  test('[Q34] gives the number up and takes that back within a minute', async () => {
    const { hall, desk } = await hallWithDesk()
    const own = await desk.take()
    const act = (name: string) => hall.anonymous.command(`/api/track/ticket/${name}`, { token: own.token })
    const page = async () => (await hall.anonymous.post('/api/track/ticket', { token: own.token })).body
    await act('cancel')
    expect(await page()).toMatchObject({ status: 'cancelled', canRestore: true })
    hall.clock.forward(60_000)
    expect((await act('restore')).status).toBe(200)
    expect(await page()).toMatchObject({ status: 'waiting', canRestore: false, ahead: 0 })
    await act('cancel')
    hall.clock.forward(60_001)
    expect(await page()).toMatchObject({ status: 'cancelled', canRestore: false })
    expect(await act('restore')).toMatchObject(refused('ticket.restore_too_late'))
  })

  test('[Q19] is told in one reason why the number waits, and nothing of anybody else', async () => {
    const { hall, desk } = await hallWithDesk()
    const own = await desk.take()
    const page = async () => (await hall.anonymous.post('/api/track/ticket', { token: own.token })).body
    expect((await page()).why).toEqual({ reason: 'in_order', n: 20 })
    hall.clock.forward(60_000)
    const quick = await desk.take('relief', 'priority')
    await desk.next()
    expect((await page()).why).toEqual({ reason: 'passed', n: 1 })
    const told = JSON.stringify({ ...(await page()), nowCalled: null })
    expect(told).not.toContain(quick.number)
    await desk.act(quick.ticketId, 'miss', { reason: '走了', isConfirmed: true })
    await desk.next()
    expect((await page()).why).toBeNull()
  })
})

describe('staff without a window', () => {
  test('[Q12, QT8] a supervisor issues, restores, reclasses, rejoins and cancels; calling needs a window', async () => {
    const { hall, desk } = await hallWithDesk()
    const supervisor = await hall.roleCaller('supervisor')
    const act = (id: string, name: string, body: object = {}) =>
      supervisor.command(`/api/tickets/${id}/${name}`, body)
    const { ticketId: id } = (await supervisor.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }))
      .body
    expect((await act(id, 'reclass', { cls: 'priority', reason: '孕妇' })).body.ticket.cls).toBe('priority')
    expect((await act(id, 'cancel')).body.ticket.status).toBe('cancelled')
    expect((await act(id, 'restore')).body.ticket.status).toBe('waiting')
    await desk.next()
    await desk.act(id, 'miss', { reason: '不在', isConfirmed: true })
    expect((await act(id, 'rejoin')).body.ticket.status).toBe('waiting')
    expect((await act(id, 'start')).status).toBe(403)
    const idle = await hall.signIn('clerk3')
    expect((await idle.command(`/api/tickets/${id}/cancel`)).body.ticket.status).toBe('cancelled')
    expect(await idle.command(`/api/tickets/${id}/hold`, { reason: '等' })).toMatchObject(
      refused('window.not_open'),
    )
  })

  test('[Q13] the supervisor who closes the day is told how its numbers ended', async () => {
    const { hall, desk } = await hallWithDesk()
    const supervisor = await hall.roleCaller('supervisor')
    const one = await desk.take()
    await desk.next()
    await desk.act(one.ticketId, 'start')
    expect((await supervisor.command('/api/days/close')).body).toMatchObject({ code: 'day.still_serving' })
    await desk.act(one.ticketId, 'finish', { outcome: 'consulted' })
    const two = await desk.take()
    await desk.act(two.ticketId, 'cancel')
    await desk.take()
    expect((await supervisor.command('/api/days/close')).body).toEqual({
      done: true,
      tally: { issued: 3, served: 1, absent: 1, moved: 0, cancelled: 1 },
    })
  })
})

describe('a visit that was recorded wrong', () => {
  test('[Q34] is reopened within a minute, later corrected with a reason; its times stay', async () => {
    const { hall, desk } = await hallWithDesk()
    const { ticketId: id } = await desk.take()
    await desk.next()
    await desk.act(id, 'start')
    hall.clock.forward(5 * 60_000)
    await desk.act(id, 'finish', { outcome: 'consulted', topicServed: 'social' })
    const leg = () =>
      hall.server.counter.deps.store.read((tx) =>
        tx.sql.prepare('SELECT outcome, topic_served, started_at, ended_at FROM leg').all(),
      )
    const times = { started_at: '2026-06-12T01:40:00.000Z', ended_at: '2026-06-12T01:45:00.000Z' }
    expect(leg()).toEqual([{ outcome: 'consulted', topic_served: 'social', ...times }])
    hall.clock.forward(60_001)
    expect(await desk.act(id, 'reopen')).toMatchObject(refused('ticket.reopen_too_late'))
    const commandId = newId()
    const body = { outcome: 'referred', topicServed: 'relief', reason: '按错了' }
    const corrected = await desk.clerk.command(`/api/tickets/${id}/correct`, body, commandId)
    expect(corrected.body.ticket).toMatchObject({ status: 'served', outcome: 'referred' })
    expect((await desk.clerk.command(`/api/tickets/${id}/correct`, body, commandId)).body).toEqual(
      corrected.body,
    )
    expect(leg()).toEqual([{ outcome: 'referred', topic_served: 'relief', ...times }])
    expect(journalOf(hall, 'leg.corrected')).toEqual([
      { leg: 1, field: 'outcome', old: 'consulted', new: 'referred', reason: '按错了' },
      { leg: 1, field: 'topicServed', old: 'social', new: 'relief', reason: '按错了' },
    ])
    expect(await desk.act(id, 'correct', body)).toMatchObject(refused('correction.nothing'))
    expect((await desk.clerk.get('/api/windows/1/served')).body.items).toMatchObject([
      { id, outcome: 'referred', number: '综 001' },
    ])
  })
})

describe('a number that goes elsewhere', () => {
  test('[Q31, QT12] goes in front or to the back with a reason, and by its key without one', async () => {
    const { hall, desk } = await hallWithDesk()
    const line = []
    for (const _ of [1, 2, 3]) {
      hall.clock.forward(60_000)
      line.push(await desk.take('social'))
    }
    const own = await desk.take('relief')
    const transfer = (body: object) =>
      desk.act(own.ticketId, 'transfer', { to: { topic: 'social' }, ...body })
    expect(await transfer({ place: 'front' })).toMatchObject(refused('reason.required'))
    const { body } = await transfer({ place: 'front', reason: '刚才排错了' })
    expect(body.ticket).toMatchObject({ number: own.number, topic: 'social', status: 'waiting' })
    expect((await desk.next()).body.ticket.id).toBe(own.ticketId)
    expect(await desk.act(own.ticketId, 'transfer', { to: { topic: 'relief' } })).toMatchObject({
      status: 200,
    })
    expect(journalOf(hall, 'ticket.transferred')).toMatchObject([
      { place: 'front', reason: '刚才排错了' },
      { place: 'by_key', reason: null },
    ])
  })

  test('[Q12] is moved to another number of today, and not called any more', async () => {
    const { hall, desk } = await hallWithDesk()
    const one = await desk.take()
    const two = await desk.take()
    const move = (to: string) => desk.act(one.ticketId, 'move-to-ticket', { to, reason: '一个人取了两个号' })
    expect(await move(newId())).toMatchObject(refused('ticket.not_found', 404))
    const gone = await desk.take()
    await desk.act(gone.ticketId, 'cancel')
    expect(await move(gone.ticketId)).toMatchObject(refused('ticket.finished'))
    expect((await move(two.ticketId)).body.ticket.status).toBe('moved')
    expect(statusOf(hall, one.ticketId)).toBe('moved')
    expect((await desk.next()).body.ticket.id).toBe(two.ticketId)
  })
})
