import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { receive } from './case-files.ts'
import { change, deskAt, follow, hallWithDesk, journalOf, newId, refused, statusOf } from './desk.ts'

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

describe('a number with more to it', () => {
  test('[Q9] stands for up to ten services; eleven need two numbers', async () => {
    const { hall, desk } = await hallWithDesk()
    const take = (weight: number) =>
      desk.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary', weight })
    const { body } = await take(10)
    expect(await take(11)).toMatchObject({
      ...refused('ticket.batch_too_large'),
      body: { params: { n: 10 } },
    })
    expect((await desk.next()).body.ticket).toMatchObject({ id: body.ticketId, weight: 10 })
    expect(journalOf(hall, 'ticket.issued')).toMatchObject([{ weight: 10 }])
  })

  test('[Q53] carries the mark 需当面叫, which a kiosk cannot set', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const body = { topic: 'relief', cls: 'ordinary', needsSpokenCall: true, weight: 9 }
    await kiosk.command('/api/tickets', body)
    expect((await desk.next()).body.ticket).toMatchObject({ needsSpokenCall: false, weight: 1 })
    const { ticketId } = (await desk.clerk.command('/api/tickets', body)).body
    const { body: facts } = await desk.act(ticketId, 'postpone')
    expect(facts.ticket).toMatchObject({ needsSpokenCall: true, weight: 9 })
  })

  test('[Q10] of a return visit carries the case of the receipt, goes to its unit, and is finished with it', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const { case: found, receipt } = await receive(desk.clerk, 'MZ-001', 'accept')
    const visit = (body: object) =>
      kiosk.command('/api/track/case/return-visit', { cls: 'ordinary', ...body })
    const { status, body } = await visit({ code: receipt.queryCode })
    expect(status, JSON.stringify(body)).toBe(200)
    const { ticket } = (await desk.next()).body
    expect(ticket).toMatchObject({ id: body.ticketId, caseId: found.row.id })
    await desk.act(ticket.id, 'start')
    expect((await desk.act(ticket.id, 'finish', { outcome: 'finished_on_spot' })).status).toBe(200)
    expect(journalOf(hall, 'ticket.finished')).toMatchObject([{ caseIds: [found.row.id] }])
    hall.clock.forward(3_000)
    expect((await visit({ token: receipt.token })).status).toBe(200)
    hall.clock.forward(3_000)
    expect(await visit({ code: 'AAAA-AAAA' })).toMatchObject(refused('code.not_found', 404))
    expect(
      (
        await hall.anonymous.command('/api/track/case/return-visit', {
          cls: 'ordinary',
          token: receipt.token,
        })
      ).status,
    ).toBe(401)
  })

  test('[Q4] of a return visit is the only live one of its case; whoever asks again is told the number', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const { receipt } = await receive(desk.clerk, 'MZ-001', 'accept')
    const visit = async () => {
      hall.clock.forward(3_000)
      const secret = { cls: 'ordinary', token: receipt.token }
      return kiosk.command('/api/track/case/return-visit', secret)
    }
    const { body: first } = await visit()
    expect(await visit()).toMatchObject({
      status: 409,
      body: { code: 'ticket.already_waiting', params: { n: first.number } },
    })
    await desk.act(first.ticketId, 'cancel')
    expect((await visit()).status).toBe(200)
  })

  test('[Q24] is not given by a kiosk for a matter that no window serves; the desk may', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    for (const window of [1, 2, 3, 4])
      await admin.command(`/api/windows/${window}/services`, {
        services: [{ topic: 'social', rank: 'main' }],
        isConfirmed: true,
      })
    const kiosk = await hall.device('kiosk')
    const body = { topic: 'relief', cls: 'ordinary' }
    expect(await kiosk.command('/api/tickets', body)).toMatchObject(refused('topic.no_window'))
    expect((await kiosk.command('/api/tickets', { ...body, topic: 'social' })).status).toBe(200)
    const clerk = await hall.roleCaller('clerk')
    expect((await clerk.command('/api/tickets', body)).status).toBe(200)
  })
})

describe('many taps', () => {
  test('[QT18, Q5] one tap repeated gives one number and one slip', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const commandId = newId()
    const tap = () => kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, commandId)
    const answers = await Promise.all([tap(), tap(), tap(), tap(), tap()])
    expect(new Set(answers.map(({ body }) => body.number))).toEqual(new Set(['综 001']))
    const rows = (table: string) =>
      hall.server.counter.deps.store.read((tx) =>
        tx.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      )
    expect([rows('ticket'), rows('print_job')]).toEqual([1, 1])
  })
})

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
