import { Agent, request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { readHallNow } from '../src/usecases/hall/hall-now.ts'
import { startHall } from './app.ts'
import { fill, hallAt, MONDAY, PHONE, phoneOf, take, to } from './booking.ts'
import { deskAt, journalOf, newId, refused } from './desk.ts'

describe('booking from the phone', () => {
  test('[Q36, Q38] topics, free bands, a place, and the same answer to the same command', async () => {
    const hall = await startHall()
    const { body: topics } = await hall.anonymous.get('/api/bookings/topics')
    expect(topics.topics).toContainEqual({ topic: 'relief', unitName: '民政办' })
    expect(topics.times).toEqual({ early: 30, late: 10 })
    const admin = await hall.roleCaller('admin')
    await admin.command('/api/settings/appt.late', { value: 15, reason: '路远' })
    expect((await hall.anonymous.get('/api/bookings/topics')).body.times).toEqual({ early: 30, late: 15 })
    const { body: free } = await hall.anonymous.get('/api/bookings/free?topic=relief')
    // Friday 09:40: the bands of today that have not begun, then seven working days; Friday 19 is a holiday.
    expect(free.days[0].date).toBe('2026-06-12')
    expect(free.days[0].bands[0]).toEqual({ band: '10:00', isFree: true })
    expect(free.days.map(({ date }: { date: string }) => date.slice(8))).toEqual([
      '12',
      '15',
      '16',
      '17',
      '18',
      '22',
      '23',
      '24',
    ])
    expect(free.days[1].bands.map(({ band }: { band: string }) => band)).toEqual([
      '08:30',
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
      '17:00',
    ])
    const commandId = newId()
    const first = await take(hall, {}, commandId)
    expect(first.body).toMatchObject({
      booking: { date: MONDAY, band: '09:30', topic: 'relief', status: 'booked', phone: '138****1234' },
      code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    })
    expect(first.body.link).toBe(`http://127.0.0.1:8080/book#${first.body.token}`)
    expect((await take(hall, {}, commandId)).body).toEqual(first.body)
    expect(journalOf(hall, 'booking.made')).toEqual([
      { date: MONDAY, band: '09:30', topic: 'relief', channel: 'phone' },
    ])
  })

  test('[Q36] a person has one live booking for a date and a matter, and three in all', async () => {
    const hall = await startHall()
    await take(hall)
    expect(await take(hall, { band: '10:00' })).toMatchObject(refused('booking.already_made'))
    expect((await take(hall, { topic: 'social' })).status).toBe(200)
    expect((await take(hall, { date: '2026-06-16' })).status).toBe(200)
    expect(await take(hall, { date: '2026-06-17' })).toMatchObject(refused('booking.limit'))
    expect(await take(hall, { phone: '12345' })).toMatchObject(refused('contact.phone'))
  })

  test('[Q36] the phone number is kept nowhere, and after the day not even its hash', async () => {
    const hall = await startHall()
    await take(hall)
    const { store } = hall.server.counter.deps
    const dump = () =>
      store.read((tx) =>
        JSON.stringify([
          tx.sql.prepare('SELECT * FROM booking').all(),
          tx.sql.prepare('SELECT * FROM journal').all(),
        ]),
      )
    expect(dump()).not.toContain(PHONE)
    hall.clock.to('2026-06-16T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(dump()).not.toContain('138****1234')
    expect(store.read((tx) => tx.sql.prepare('SELECT person_look FROM booking').pluck().all())).toEqual([
      null,
    ])
  })

  test.each([
    ['a Sunday', { date: '2026-06-14' }],
    ['a holiday', { date: '2026-06-19' }],
    ['yesterday', { date: '2026-06-11' }],
    ['a day too far ahead', { date: '2026-06-25' }],
    ['a band of today that has begun', { date: '2026-06-12', band: '09:30' }],
    ['a time between the bands', { band: '09:45' }],
    ['the lunch hour', { band: '12:30' }],
  ])('[Q38] %s cannot be booked', async (_what, changes) => {
    expect(await take(await startHall(), changes)).toMatchObject(refused('booking.not_offered'))
  })

  test('[Q39] a change keeps the booking and its code, and frees the old place', async () => {
    const hall = await startHall()
    const { body } = await take(hall)
    const changed = await hall.anonymous.command('/api/bookings/own/change', {
      token: body.token,
      topic: 'relief',
      date: '2026-06-16',
      band: '14:00',
    })
    expect(changed.body).toMatchObject({ date: '2026-06-16', band: '14:00', status: 'booked' })
    const again = await hall.anonymous.post('/api/bookings/own', { token: body.token })
    expect(again.body).toEqual(changed.body)
    const byCode = await hall.anonymous.post('/api/bookings/own', { code: body.code, phone: PHONE })
    expect(byCode.body).toEqual(changed.body)
    expect((await take(hall, { band: '09:00' })).status).toBe(200)
    expect(journalOf(hall, 'booking.changed')).toEqual([
      {
        date: '2026-06-16',
        band: '14:00',
        topic: 'relief',
        from: { date: MONDAY, band: '09:30', topic: 'relief' },
      },
    ])
  })

  test('[Q39] a cancelled booking is of no more use and its place is free', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { body } = await take(hall)
    await fill(desk.clerk)
    expect(await take(hall, { phone: phoneOf(2) })).toMatchObject(refused('booking.slot_full'))
    const own = { token: body.token }
    expect((await hall.anonymous.command('/api/bookings/own/cancel', own)).body.status).toBe('cancelled')
    expect(await hall.anonymous.command('/api/bookings/own/cancel', own)).toMatchObject(
      refused('booking.finished'),
    )
    expect((await take(hall, { phone: phoneOf(2) })).status).toBe(200)
  })

  test('[P41] a wrong secret answers alike and is not asked without end; a code alone says nothing outside', async () => {
    const hall = await startHall()
    const { body } = await take(hall)
    for (const secret of [
      { token: 'a'.repeat(22) },
      { code: body.code, phone: '13900000000' },
      { code: '0000-0000', phone: PHONE },
    ])
      expect(await hall.anonymous.post('/api/bookings/own', secret)).toMatchObject(
        refused('booking.unknown', 404),
      )
    expect((await hall.anonymous.post('/api/bookings/own', { code: body.code })).body.code).toBe(
      'request.invalid',
    )
    for (let n = 0; n < 2; n += 1) await hall.anonymous.post('/api/bookings/own', { token: 'b'.repeat(22) })
    expect(await hall.anonymous.post('/api/bookings/own', { token: body.token })).toMatchObject(
      refused('code.too_many_tries', 429),
    )
  })
})

describe('the last place', () => {
  test('[Q38, QT20] of two racers for it one wins, the other is told which bands are free', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const all = await fill(desk.clerk)
    expect(all).toBeGreaterThan(0)
    const { body: list } = await desk.clerk.get(`/api/bookings?date=${MONDAY}`)
    await desk.clerk.command(`/api/bookings/${list.items[0].id}/cancel`)
    const racers = await Promise.all([take(hall, { phone: phoneOf(1) }), take(hall, { phone: phoneOf(2) })])
    expect(racers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(racers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'booking.slot_full',
      params: { free: '10:00、10:30、11:00' },
      message: '这个时段约满了，可约 10:00、10:30、11:00',
    })
  })

  test('[QT20] twenty racers in the same moment leave the band exactly full', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const all = await fill(desk.clerk, { band: '14:00' })
    const racers = await Promise.all(
      Array.from({ length: 20 }, (_, person) => take(hall, { band: '14:30', phone: phoneOf(person) })),
    )
    expect(racers.filter(({ status }) => status === 200)).toHaveLength(all)
    expect(new Set(racers.flatMap(({ body }) => body.code ?? []))).toContain('booking.slot_full')
  })

  test('[QT20] two clients, each on a connection of its own, never share the last place', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    await fill(desk.clerk)
    const { body: list } = await desk.clerk.get(`/api/bookings?date=${MONDAY}`)
    for (const [round, { id }] of (list.items as { id: string }[]).entries()) {
      await desk.clerk.command(`/api/bookings/${id}/cancel`)
      const racers = await Promise.all([
        takeOver(hall.server.address, phoneOf(100 + round)),
        takeOver(hall.server.address, phoneOf(200 + round)),
      ])
      expect(racers.sort()).toEqual([200, 409])
    }
  })

  test('[Q39, QT20] a change into a full band is refused and the old place stays', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { body } = await take(hall, { band: '14:00' })
    await fill(desk.clerk)
    const change = { token: body.token, topic: 'relief', date: MONDAY, band: '09:30' }
    expect(await hall.anonymous.command('/api/bookings/own/change', change)).toMatchObject(
      refused('booking.slot_full'),
    )
    expect((await hall.anonymous.post('/api/bookings/own', { token: body.token })).body.band).toBe('14:00')
  })

  test('[Q39, QT6] an edited booking in a full band keeps its place', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { body } = await take(hall)
    await fill(desk.clerk)
    const change = { token: body.token, topic: 'mediation', date: MONDAY, band: '09:30' }
    expect((await hall.anonymous.command('/api/bookings/own/change', change)).body).toMatchObject({
      topic: 'mediation',
      band: '09:30',
    })
    expect(await take(hall, { phone: phoneOf(9) })).toMatchObject(refused('booking.slot_full'))
  })
})

/** Asks for the place over the network, on a new connection. */
function takeOver(address: string, phone: string): Promise<number> {
  const body = { commandId: newId(), topic: 'relief', date: MONDAY, band: '09:30', phone }
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}/api/bookings/take`,
      {
        method: 'POST',
        agent: new Agent({ keepAlive: false }),
        headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8080' },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    asked.on('error', reject)
    asked.end(JSON.stringify(body))
  })
}

describe('check-in', () => {
  test('[Q36, Q37] a holder on time gets a ticket of class 预约 and is called by the appointment', async () => {
    const hall = await startHall()
    const { body: booked } = await take(hall)
    to(hall, '09:08')
    const desk = await deskAt(hall, 1)
    const kiosk = await hall.device('kiosk')
    const early = await desk.take()
    to(hall, '09:20')
    const arrived = await kiosk.command('/api/bookings/check-in', { code: booked.code })
    expect(arrived.body).toMatchObject({
      timing: 'on_time',
      ticket: { number: '预约 001', cls: 'appointment', topic: 'relief' },
    })
    // 09:08 + 20 min is 09:28; the appointment 09:30 comes after it and before a walk-in of 09:21 (09:41).
    to(hall, '09:21')
    const later = await desk.take()
    const called = []
    for (let n = 0; n < 3; n += 1) {
      const { body } = await desk.next()
      called.push(body.ticket.number)
      await desk.act(body.ticket.id, 'start')
      await desk.act(body.ticket.id, 'finish', { outcome: 'consulted' })
    }
    expect(called).toEqual([early.number, '预约 001', later.number])
    expect(journalOf(hall, 'booking.checked_in')).toEqual([
      {
        date: MONDAY,
        band: '09:30',
        topic: 'relief',
        ticket: arrived.body.ticket.ticketId,
        timing: 'on_time',
        minutes: -10,
      },
    ])
    expect(journalOf(hall, 'ticket.called').map((event) => event['beforeAppointment'])).toEqual([
      undefined,
      true,
      undefined,
    ])
    expect(journalOf(hall, 'ticket.issued')[1]).toMatchObject({ bookingId: expect.any(String) })
  })

  test('[Q36] the QR token checks in once, and the same press gives the same ticket', async () => {
    const hall = await startHall()
    const { body: booked } = await take(hall)
    to(hall, '09:30')
    const kiosk = await hall.device('kiosk')
    const commandId = newId()
    const first = await kiosk.command('/api/bookings/check-in', { token: booked.token }, commandId)
    expect(await kiosk.command('/api/bookings/check-in', { token: booked.token }, commandId)).toMatchObject({
      status: 200,
      body: { ticket: { number: first.body.ticket.number } },
    })
    expect(await kiosk.command('/api/bookings/check-in', { token: booked.token })).toMatchObject(
      refused('booking.finished'),
    )
  })

  test('[Q36] who comes after ten minutes stands as a walk-in and is marked late', async () => {
    const hall = await startHall()
    const { body: booked } = await take(hall)
    to(hall, '09:41')
    await hall.server.jobs.run()
    expect((await hall.anonymous.post('/api/bookings/own', { token: booked.token })).body.status).toBe(
      'no_show',
    )
    const kiosk = await hall.device('kiosk')
    const late = await kiosk.command('/api/bookings/check-in', { token: booked.token })
    expect(late.body).toMatchObject({ timing: 'late', ticket: { number: '综 001', cls: 'ordinary' } })
    expect(journalOf(hall, 'booking.checked_in')).toMatchObject([{ timing: 'late', minutes: 11 }])
  })

  test('[Q39] who has not checked in ten minutes after the appointment is a no-show, and the place is free', async () => {
    const hall = await hallAt('08:29')
    const desk = await deskAt(hall, 1)
    await fill(desk.clerk, { band: '08:30' })
    to(hall, '08:40')
    await hall.server.jobs.run()
    expect(journalOf(hall, 'booking.no_show')).toEqual([])
    hall.clock.forward(1_000)
    await hall.server.jobs.run()
    expect(journalOf(hall, 'booking.no_show').length).toBeGreaterThan(0)
    const { body } = await desk.clerk.get(`/api/bookings?date=${MONDAY}`)
    expect(body.items.every(({ status }: { status: string }) => status === 'no_show')).toBe(true)
    // Never called by itself (QT7).
    expect(await desk.next()).toMatchObject(refused('queue.empty'))
  })

  test('[Q39] another day and an unknown code are refused with words', async () => {
    const hall = await startHall()
    const { body: booked } = await take(hall)
    const kiosk = await hall.device('kiosk')
    expect(await kiosk.command('/api/bookings/check-in', { token: booked.token })).toMatchObject({
      status: 409,
      body: { code: 'booking.other_day', params: { d: MONDAY } },
    })
    expect(await kiosk.command('/api/bookings/check-in', { code: '0000-0000' })).toMatchObject(
      refused('booking.unknown', 404),
    )
  })

  test('[QT6, Q39] an edited booking keeps its place in the line of its band', async () => {
    const hall = await startHall()
    const { body: first } = await take(hall, { phone: phoneOf(1) })
    const { body: second } = await take(hall, { phone: phoneOf(2) })
    const change = { token: first.token, date: MONDAY, topic: 'relief' }
    await hall.anonymous.command('/api/bookings/own/change', { ...change, band: '10:00' })
    await hall.anonymous.command('/api/bookings/own/change', { ...change, band: '09:30' })
    to(hall, '09:20')
    const desk = await deskAt(hall, 1)
    const kiosk = await hall.device('kiosk')
    const one = await kiosk.command('/api/bookings/check-in', { token: first.token })
    hall.clock.forward(5_000)
    await kiosk.command('/api/bookings/check-in', { token: second.token })
    expect((await desk.next()).body.ticket.number).toBe(one.body.ticket.number)
  })
})

describe('the hall and its bookings', () => {
  test('[QT21] who is still to come today is known to the hall at the time of the appointment', async () => {
    const hall = await hallAt('08:00')
    const { deps } = hall.server.counter
    const ahead = () => deps.store.read((tx) => readHallNow(deps, tx).bookings)
    const { body } = await take(hall, { band: '09:30' })
    await take(hall, { band: '09:00', phone: phoneOf(2) })
    await take(hall, { date: '2026-06-16', phone: phoneOf(3) })
    expect(ahead()).toEqual([
      { topic: 'relief', at: '2026-06-15T01:00:00.000Z' },
      { topic: 'relief', at: '2026-06-15T01:30:00.000Z' },
    ])
    to(hall, '09:00')
    const kiosk = await hall.device('kiosk')
    await kiosk.command('/api/bookings/check-in', { token: body.token })
    expect(ahead()).toEqual([{ topic: 'relief', at: '2026-06-15T01:00:00.000Z' }])
  })
})

describe('bookings at the desk', () => {
  test('[Q38, Q39] a clerk books for somebody without a phone, finds, changes, checks in and cancels', async () => {
    const hall = await hallAt('09:00')
    const desk = await deskAt(hall, 1)
    const made = await desk.clerk.command('/api/bookings', {
      topic: 'social',
      date: MONDAY,
      band: '09:30',
      phone: null,
    })
    expect(made.body.booking).toMatchObject({ channel: 'desk', phone: null, status: 'booked' })
    const { id } = made.body.booking
    expect((await desk.clerk.post('/api/bookings/find', { code: made.body.code })).body.id).toBe(id)
    const changed = await desk.clerk.command(`/api/bookings/${id}/change`, {
      topic: 'social',
      date: MONDAY,
      band: '10:00',
    })
    expect(changed.body).toMatchObject({ id, band: '10:00' })
    const { body } = await desk.clerk.command(`/api/bookings/${id}/check-in`)
    expect(body.ticket.number).toBe('预约 001')
    expect(await desk.clerk.command(`/api/bookings/${id}/cancel`)).toMatchObject(refused('booking.finished'))
  })

  test('[Q42] a number that the day cannot serve is moved to a booking, and issued = served + absent + moved + cancelled', async () => {
    const hall = await hallAt('17:00')
    const desk = await deskAt(hall, 1)
    const ticket = await desk.take()
    const move = { date: '2026-06-16', band: '08:30', phone: null, reason: '今天办不完' }
    const { body } = await desk.act(ticket.ticketId, 'move', move)
    expect(body.booking).toMatchObject({
      channel: 'moved',
      topic: 'relief',
      date: '2026-06-16',
      band: '08:30',
    })
    expect(journalOf(hall, 'ticket.moved')).toEqual([
      {
        leg: 0,
        lastStatus: 'waiting',
        by: 'window',
        target: { kind: 'booking', id: body.booking.id },
        reason: '今天办不完',
      },
    ])
    expect(journalOf(hall, 'booking.made')).toMatchObject([{ channel: 'moved', movedFrom: ticket.ticketId }])
    expect(await desk.act(ticket.ticketId, 'move', move)).toMatchObject(refused('ticket.finished'))
    expect(journalOf(hall, 'booking.made')).toHaveLength(1)
  })
})
