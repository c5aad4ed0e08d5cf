import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { change, deskAt, deskOf, follow, hallWithDesk, journalOf, newId, refused, statusOf } from './desk.ts'
import { testClock } from './test-clock.ts'

describe('calling again, taking back and missing', () => {
  test('[Q25] a recall raises the call number and is announced, not within 10 s and at most five calls', async () => {
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    const { id } = (await desk.next()).body.ticket
    hall.clock.forward(9_999)
    expect(await desk.act(id, 'recall')).toMatchObject({
      ...refused('call.too_soon'),
      body: { params: { s: 1 } },
    })
    for (const callNo of [2, 3, 4, 5]) {
      hall.clock.forward(10_000)
      expect((await desk.act(id, 'recall')).body.ticket).toMatchObject({
        status: 'called',
        callNo,
        calledAt: '2026-06-12T01:40:00.000Z',
      })
    }
    hall.clock.forward(10_000)
    expect(await desk.act(id, 'recall')).toMatchObject(refused('call.limit'))
  })

  test('[Q26] a call is taken back within 8 s, keeps its key and leaves the wall', async () => {
    const { hall, desk } = await hallWithDesk()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    await desk.take()
    await desk.take()
    const { id } = (await desk.next()).body.ticket
    hall.clock.forward(8_000)
    expect((await desk.act(id, 'undo-call')).body.ticket).toMatchObject({
      status: 'waiting',
      window: null,
      firstCalledAt: null,
    })
    expect(await change(wall, 'call_withdrawn')).toEqual({ kind: 'call_withdrawn', seq: 1 })
    expect(journalOf(hall, 'call.undone')).toMatchObject([{ msSinceCall: 8_000 }])
    expect((await desk.next()).body.ticket.id).toBe(id)
    hall.clock.forward(8_001)
    expect(await desk.act(id, 'undo-call')).toMatchObject(refused('ticket.undo_too_late'))
  })

  test('[Q27] a number is missed after two calls 30 s apart, earlier only with a reason', async () => {
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    await desk.take()
    const { id } = (await desk.next()).body.ticket
    hall.clock.forward(29_000)
    expect((await desk.act(id, 'recall')).body.ticket.countedCalls).toBe(1)
    expect(await desk.act(id, 'miss', { isConfirmed: true })).toMatchObject({
      ...refused('ticket.missed_too_early'),
      body: { params: { k: 1 } },
    })
    hall.clock.forward(10_000)
    expect((await desk.act(id, 'recall')).body.ticket.countedCalls).toBe(2)
    expect((await desk.act(id, 'miss', { isConfirmed: true })).body.ticket).toMatchObject({
      status: 'missed',
      window: null,
    })
    const { id: other } = (await desk.next()).body.ticket
    expect(
      (await desk.act(other, 'miss', { reason: '本人说不等了', isConfirmed: true })).body.ticket.status,
    ).toBe('missed')
    expect(journalOf(hall, 'ticket.missed')).toMatchObject([
      { early: false, calls: 3, seconds: 39 },
      { early: true, calls: 1, reason: '本人说不等了' },
    ])
  })

  test('[Q27] a call that no wall has shown or spoken must be confirmed before it counts as missed', async () => {
    const { hall, desk } = await hallWithDesk()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    await desk.take()
    const { id } = (await desk.next()).body.ticket
    const miss = { reason: '喊过了' }
    expect(await desk.act(id, 'miss', miss)).toMatchObject(refused('ticket.not_heard'))
    wall.say({ type: 'ack', announcement: 1, step: 'shown' })
    await change(screen, 'call_heard')
    expect((await desk.act(id, 'miss', miss)).body.ticket.status).toBe('missed')
  })
})

describe('coming back, waiting aside and going elsewhere', () => {
  test('[Q28] a missed number comes back three places behind, at the kiosk and at the desk, twice at most', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const first = await desk.take()
    await desk.next()
    const miss = { reason: '不在', isConfirmed: true }
    await desk.act(first.ticketId, 'miss', miss)
    const others = []
    for (const _ of [1, 2, 3, 4]) {
      hall.clock.forward(1_000)
      others.push(await desk.take())
    }
    const back = await kiosk.command('/api/tickets/kiosk-rejoin', { number: first.number })
    expect(back.body).toEqual({ number: first.number, behind: 3 })
    const called = []
    for (const _ of [1, 2, 3, 4]) {
      const { ticket } = (await desk.next()).body
      called.push(ticket.number)
      await desk.act(ticket.id, 'miss', miss)
    }
    expect(called).toEqual([others[0]?.number, others[1]?.number, others[2]?.number, first.number])
    expect((await desk.act(first.ticketId, 'rejoin')).body.ticket.status).toBe('waiting')
    for (const number of [others[3]?.number, first.number]) {
      const { ticket } = (await desk.next()).body
      expect(ticket.number).toBe(number)
      await desk.act(ticket.id, 'miss', miss)
    }
    expect(await kiosk.command('/api/tickets/kiosk-rejoin', { number: first.number })).toMatchObject(
      refused('ticket.rejoin_limit'),
    )
    expect(await desk.act(first.ticketId, 'rejoin')).toMatchObject(refused('ticket.rejoin_limit'))
    // The new one, taken at the kiosk, says which it follows.
    const body = { topic: 'relief', cls: 'ordinary', previousNumber: first.number }
    expect((await kiosk.command('/api/tickets', body)).status).toBe(200)
    const [followed] = journalOf(hall, 'ticket.issued').slice(-1)
    expect(followed).toMatchObject({ previousTicketId: first.ticketId })
    hall.clock.forward(5_000)
    expect(await kiosk.command('/api/tickets', { ...body, previousNumber: '综 999' })).toMatchObject(
      refused('ticket.not_found', 404),
    )
  })

  test('[Q30] a window holds five at most, and calls one back only when it is free', async () => {
    const { hall, desk } = await hallWithDesk()
    const held = []
    for (const _ of [1, 2, 3, 4, 5]) {
      await desk.take()
      const { id } = (await desk.next()).body.ticket
      expect((await desk.act(id, 'hold', { reason: '回家取证' })).body.ticket).toMatchObject({
        status: 'held',
        window: 1,
      })
      held.push(id)
    }
    await desk.take()
    const { id: sixth } = (await desk.next()).body.ticket
    expect(await desk.act(sixth, 'hold', { reason: '回家取证' })).toMatchObject(refused('window.hold_limit'))
    expect(await desk.act(held[0], 'return')).toMatchObject(refused('window.busy'))
    await desk.act(sixth, 'start')
    await desk.act(sixth, 'finish', { outcome: 'consulted' })
    expect((await desk.act(held[0], 'return')).body.ticket).toMatchObject({
      status: 'called',
      window: 1,
      callNo: 1,
    })
    const other = await deskAt(hall, 2)
    expect(await other.act(held[1], 'return')).toMatchObject(refused('reason.required'))
    expect((await other.act(held[1], 'return', { reason: '一号窗口忙' })).body.ticket).toMatchObject({
      status: 'called',
      window: 2,
    })
    expect((await desk.act(held[2], 'release')).body.ticket).toMatchObject({
      status: 'waiting',
      window: null,
    })
  })

  test('[Q31, QT12] a transfer keeps number and place, to a topic or a window, and asks before it goes nowhere', async () => {
    const { hall, desk } = await hallWithDesk()
    const two = await deskAt(hall, 2)
    const first = await desk.take()
    hall.clock.forward(1_000)
    const second = await desk.take()
    await desk.next()
    await desk.act(first.ticketId, 'start')
    expect(await desk.act(first.ticketId, 'transfer', { to: { window: 1 } })).toMatchObject(
      refused('transfer.same_place'),
    )
    expect(await desk.act(first.ticketId, 'transfer', { to: { window: 3 } })).toMatchObject(
      refused('transfer.no_window'),
    )
    expect((await desk.act(first.ticketId, 'transfer', { to: { window: 2 } })).body.ticket).toMatchObject({
      number: first.number,
      status: 'waiting',
      directedWindow: 2,
    })
    expect((await desk.next()).body.ticket.number).toBe(second.number)
    expect((await two.next()).body.ticket.number).toBe(first.number)
    expect((await two.act(first.ticketId, 'transfer', { to: { topic: 'farm' } })).body.ticket).toMatchObject({
      number: first.number,
      topic: 'farm',
      status: 'waiting',
      directedWindow: null,
    })
    expect(
      (await two.act(first.ticketId, 'transfer', { to: { window: 3 }, isConfirmed: true })).body.ticket
        .directedWindow,
    ).toBe(3)
  })

  test('[Q31] a window that serves nothing of a topic is still reached when it is named', async () => {
    const { desk } = await hallWithDesk()
    const ticket = await desk.take()
    await desk.next()
    expect(await desk.act(ticket.ticketId, 'transfer', { to: { window: 88 } })).toMatchObject(
      refused('window.not_found', 404),
    )
    expect(await desk.act(ticket.ticketId, 'transfer', { to: { topic: 'nosuch' } })).toMatchObject(
      refused('topic.not_found', 404),
    )
  })
})

describe('serving and ending', () => {
  test('[Q32] a visit ends with its outcome: accepted and on the spot need a case, told what is missing a notice', async () => {
    const { hall, desk } = await hallWithDesk()
    const { ticketId } = await desk.take()
    await desk.next()
    expect(await desk.act(ticketId, 'finish', { outcome: 'consulted' })).toMatchObject(
      refused('ticket.wrong_status'),
    )
    expect((await desk.act(ticketId, 'start')).body.ticket.status).toBe('serving')
    for (const outcome of ['accepted', 'finished_on_spot', 'supplement_told']) {
      expect(await desk.act(ticketId, 'finish', { outcome })).toMatchObject(refused('visit.case_missing'))
    }
    expect(await desk.act(ticketId, 'finish')).toMatchObject(refused('request.invalid', 400))
    expect(
      (await desk.act(ticketId, 'finish', { outcome: 'accepted', isLateEntry: true })).body.ticket,
    ).toMatchObject({ status: 'served', outcome: 'accepted' })
    expect(journalOf(hall, 'ticket.finished')).toMatchObject([{ outcome: 'accepted', late: true }])
  })

  test.each(['consulted', 'referred', 'left'])('[Q32] the outcome %s needs no paper', async (outcome) => {
    const { desk } = await hallWithDesk()
    const { ticketId } = await desk.take()
    await desk.next()
    await desk.act(ticketId, 'start')
    expect((await desk.act(ticketId, 'finish', { outcome })).body.ticket).toMatchObject({
      status: 'served',
      outcome,
    })
  })

  test('[Q33] finish and next are one command, and the finish stands when nobody waits', async () => {
    const { hall, desk } = await hallWithDesk()
    const first = await desk.take()
    const second = await desk.take()
    await desk.next()
    await desk.act(first.ticketId, 'start')
    const both = await desk.next({ finish: { outcome: 'consulted' } })
    expect(both.body).toMatchObject({
      ticket: { number: second.number, status: 'called' },
      queueEmpty: false,
    })
    await desk.act(second.ticketId, 'start')
    expect(await desk.next({ finish: { outcome: 'accepted' } })).toMatchObject(refused('visit.case_missing'))
    const last = await desk.next({ finish: { outcome: 'consulted' } })
    expect(last).toMatchObject({ status: 200, body: { ticket: null, queueEmpty: true } })
    expect([statusOf(hall, first.ticketId), statusOf(hall, second.ticketId)]).toEqual(['served', 'served'])
    expect(await desk.next({ finish: { outcome: 'consulted' } })).toMatchObject(refused('window.nobody'))
    expect(await desk.next()).toMatchObject(refused('queue.empty'))
  })

  test('[Q34] a visit opens again within 60 s at its free window', async () => {
    const { hall, desk } = await hallWithDesk()
    const first = await desk.take()
    const second = await desk.take()
    await desk.next()
    await desk.act(first.ticketId, 'start')
    await desk.next({ finish: { outcome: 'consulted' } })
    expect(await desk.act(first.ticketId, 'reopen')).toMatchObject(refused('window.busy'))
    await desk.act(second.ticketId, 'undo-call')
    hall.clock.forward(60_000)
    expect((await desk.act(first.ticketId, 'reopen')).body.ticket).toMatchObject({
      status: 'serving',
      outcome: null,
    })
    await desk.act(first.ticketId, 'finish', { outcome: 'consulted' })
    hall.clock.forward(60_001)
    expect(await desk.act(first.ticketId, 'reopen')).toMatchObject(refused('ticket.reopen_too_late'))
  })

  test('[Q34] a cancelled number is restored within 60 s, a called one as waiting', async () => {
    const { hall, desk } = await hallWithDesk()
    const { ticketId } = await desk.take()
    await desk.next()
    expect((await desk.act(ticketId, 'cancel')).body.ticket.status).toBe('cancelled')
    hall.clock.forward(60_000)
    expect((await desk.act(ticketId, 'restore')).body.ticket).toMatchObject({
      status: 'waiting',
      window: null,
    })
    await desk.act(ticketId, 'cancel')
    hall.clock.forward(60_001)
    expect(await desk.act(ticketId, 'restore')).toMatchObject(refused('ticket.restore_too_late'))
    expect(await desk.act(ticketId, 'start')).toMatchObject(refused('ticket.finished'))
  })
})

describe('windows', () => {
  test('[Q20] a used window says who is there since when; taking over needs a reason, and the first screen is told', async () => {
    const { hall, desk } = await hallWithDesk()
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    const { ticketId } = await desk.take()
    await desk.next()
    const other = deskOf(await hall.signIn('clerk2'), 1)
    expect(await other.at('open')).toMatchObject({
      status: 409,
      body: { code: 'window.in_use', params: { w: 1, name: '1号窗口值班员', t: '2026-06-12T01:40:00.000Z' } },
    })
    expect(await other.at('take-over', { reason: '  ' })).toMatchObject(refused('reason.required'))
    expect((await other.at('take-over', { reason: '换班' })).body).toMatchObject({
      ticket: { id: ticketId, status: 'called', window: 1 },
      window: { state: 'open', duty: { displayName: '2号窗口值班员' } },
    })
    const told = await change(
      screen,
      'window_changed',
      ({ window }) => window.duty?.displayName === '2号窗口值班员',
    )
    expect(told.window.window).toBe(1)
    expect(await desk.act(ticketId, 'start')).toMatchObject(refused('window.not_open'))
    expect(await desk.next()).toMatchObject(refused('window.not_yours'))
    expect((await other.act(ticketId, 'start')).body.ticket.status).toBe('serving')
  })

  test('[Q20, QT11] a clerk on duty at one window cannot open another', async () => {
    const { desk } = await hallWithDesk()
    expect(await deskOf(desk.clerk, 2).at('open')).toMatchObject({
      status: 409,
      body: { code: 'window.in_use', params: { w: 1 } },
    })
    expect(await deskOf(desk.clerk, 2).at('take-over', { reason: '试' })).toMatchObject(
      refused('window.in_use'),
    )
  })

  test('[Q22] a window with a live ticket neither closes nor pauses; closing lets go what was directed to it or held by it', async () => {
    const { hall, desk } = await hallWithDesk()
    const two = await deskAt(hall, 2)
    const held = await desk.take()
    await desk.next()
    expect(await desk.at('close')).toMatchObject(refused('window.busy'))
    expect(await desk.at('pause', { reason: '喝水' })).toMatchObject(refused('window.busy'))
    await desk.act(held.ticketId, 'hold', { reason: '取材料' })
    const directed = await two.take()
    await two.next()
    await two.act(directed.ticketId, 'transfer', { to: { window: 1 } })
    expect(await two.next()).toMatchObject(refused('queue.empty'))
    expect((await desk.at('close')).body.window).toMatchObject({ state: 'closed', duty: null })
    const called = [(await two.next()).body.ticket.number]
    await two.act(held.ticketId, 'start')
    called.push((await two.next({ finish: { outcome: 'left' } })).body.ticket.number)
    expect(called).toEqual([held.number, directed.number])
    expect(journalOf(hall, 'ticket.released')).toMatchObject([
      { cause: 'window_closed' },
      { cause: 'window_closed' },
    ])
  })

  test('[Q23] closed, paused and foreign windows refuse, each with its own code; a pause has a reason and may have an end', async () => {
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    const stranger = await hall.signIn('clerk3')
    expect(await deskOf(stranger, 4).next()).toMatchObject(refused('window.not_open'))
    expect(await deskOf(stranger, 1).next()).toMatchObject(refused('window.not_yours'))
    expect(await deskOf(stranger, 1).at('close')).toMatchObject(refused('window.not_yours'))
    expect(await deskOf(stranger, 77).next()).toMatchObject(refused('window.not_found', 404))
    const paused = await desk.at('pause', { reason: '开会', until: '2026-06-12T02:00:00.000Z' })
    expect(paused.body.window).toMatchObject({
      state: 'paused',
      reason: '开会',
      until: '2026-06-12T02:00:00.000Z',
    })
    expect(await desk.next()).toMatchObject(refused('window.paused'))
    expect((await hall.anonymous.get('/api/hall')).body.figures.openWindows).toBe(0)
    expect((await desk.at('resume')).body.window).toMatchObject({ state: 'open', reason: null, until: null })
    expect((await desk.next()).status).toBe(200)
  })
})

describe('one ticket, many hands', () => {
  test('[Q12] an act on a ticket that changed meanwhile is refused with how it now stands', async () => {
    const { desk } = await hallWithDesk()
    const issued = await desk.take()
    await desk.next()
    expect(await desk.act(issued.ticketId, 'start', { expectedVersion: issued.version })).toMatchObject({
      status: 409,
      body: { code: 'ticket.changed', params: { n: issued.number, status: 'called' } },
    })
    expect((await desk.act(issued.ticketId, 'start', { expectedVersion: issued.version + 1 })).status).toBe(
      200,
    )
  })

  test('[Q12, QT10] only the window that has the ticket may act on it', async () => {
    const { hall, desk } = await hallWithDesk()
    const two = await deskAt(hall, 2)
    const { ticketId } = await desk.take()
    await desk.next()
    for (const [action, body] of [
      ['recall', {}],
      ['start', {}],
      ['miss', { reason: '不在' }],
      ['hold', { reason: '等' }],
      ['undo-call', {}],
    ] as const) {
      expect(await two.act(ticketId, action, body)).toMatchObject({
        status: 409,
        body: { code: 'ticket.elsewhere', params: { w: 1 } },
      })
    }
    expect(statusOf(hall, ticketId)).toBe('called')
  })

  test('[Q12] an unknown ticket and one of yesterday', async () => {
    const { hall, desk } = await hallWithDesk()
    const { ticketId } = await desk.take()
    expect(await desk.act(newId(), 'start')).toMatchObject(refused('ticket.not_found', 404))
    hall.clock.to('2026-06-13T01:00:00.000Z')
    await hall.server.jobs.run()
    const tomorrow = await deskAt(hall, 1)
    expect(await tomorrow.act(ticketId, 'start')).toMatchObject({
      status: 409,
      body: { code: 'ticket.expired', params: { d: '2026-06-12' } },
    })
  })
})

describe('why this one', () => {
  test('[Q14, Q19] the priority number of 09:40 is called second, and the explanation names both keys', async () => {
    const hall = await startHall({ clock: testClock('2026-06-12T01:15:00.000Z') })
    const desk = await deskAt(hall, 1)
    const numbers: string[] = []
    for (const time of ['01:15', '01:25', '01:30', '01:35']) {
      hall.clock.to(`2026-06-12T${time}:00.000Z`)
      numbers.push((await desk.take()).number)
    }
    hall.clock.to('2026-06-12T01:40:00.000Z')
    const priority = await desk.take('relief', 'priority')
    expect(priority.number).toBe('优先 001')
    const called: string[] = []
    for (const _ of [1, 2, 3, 4, 5]) {
      const { ticket } = (await desk.next(called.length === 0 ? {} : { finish: { outcome: 'consulted' } }))
        .body
      called.push(ticket.number)
      await desk.act(ticket.id, 'start')
    }
    expect(called).toEqual([numbers[0], '优先 001', numbers[1], numbers[2], numbers[3]])
    const { body: why } = await desk.clerk.get(`/api/tickets/${priority.ticketId}/why`)
    expect(why).toMatchObject({
      callKind: 'next',
      tier: 'main',
      by: '1号窗口值班员',
      reason: null,
      called: {
        number: '优先 001',
        delayMinutes: 0,
        baseAt: '2026-06-12T01:40:00.000Z',
        keyAt: '2026-06-12T01:40:00.000Z',
      },
    })
    expect(why.passed).toMatchObject([
      {
        number: numbers[1],
        delayMinutes: 20,
        baseAt: '2026-06-12T01:25:00.000Z',
        keyAt: '2026-06-12T01:45:00.000Z',
      },
      { number: numbers[2], delayMinutes: 20, keyAt: '2026-06-12T01:50:00.000Z' },
      { number: numbers[3], delayMinutes: 20, keyAt: '2026-06-12T01:55:00.000Z' },
    ])
  })
})

describe('what a window serves', () => {
  test('[Q21] counts from the next call, and the last window of a topic is taken away only when confirmed', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const admin = await hall.signIn('admin')
    await clerk.command('/api/tickets', { topic: 'forest', cls: 'ordinary' })
    const forest = [{ topic: 'forest', rank: 'main' }]
    for (const window of [2, 3]) {
      const services = [{ topic: 'relief', rank: 'main' }]
      expect((await admin.command(`/api/windows/${window}/services`, { services })).status).toBe(200)
    }
    const services = [{ topic: 'unsure', rank: 'main' }]
    expect(
      (await admin.command('/api/windows/1/services', { services: [...forest, ...services] })).body,
    ).toMatchObject({ code: 'topic.last_window' })
    const agreed = { services, isConfirmed: true }
    expect((await admin.command('/api/windows/1/services', agreed)).status).toBe(200)
    expect((await clerk.command('/api/windows/1/next')).body).toMatchObject({ code: 'queue.empty' })
    const back = { services: forest, isConfirmed: true }
    expect((await admin.command('/api/windows/1/services', back)).status).toBe(200)
    expect((await clerk.command('/api/windows/1/next')).body.ticket).toMatchObject({ topic: 'forest' })
  })
})
