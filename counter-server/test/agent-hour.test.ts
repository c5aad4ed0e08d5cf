import { describe, expect, test } from 'vitest'
import { at, book, FRIDAY, listed, type Point, TEN, timesOf, withHour } from './agents-hour.ts'
import { rebuildAndCompare } from './rebuild.ts'
import { atPoint } from './village-point.ts'

const ticketsOf = ({ hall }: Point) =>
  hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare('SELECT cls, weight, channel, base_ms, call_key FROM ticket ORDER BY issue_order').all(),
  )

describe("the agents' hour", () => {
  test('[V92] is off as shipped: no time is offered and none is taken', async () => {
    const point = await atPoint()
    const visit = await listed(point, 1)
    expect(await timesOf(point, visit)).toEqual([])
    expect((await book(point, visit, '14:00')).body.code).toBe('booking.not_offered')
    expect((await point.agent().get('/api/visits')).body.visit.appointment).toBeNull()
  })

  test('[V92, Q38] offers its own bands of the coming days, each to so many agents; who is too late in asking is told what is free', async () => {
    const point = await withHour()
    const visit = await listed(point, 2)
    const [today, monday] = await timesOf(point, visit)
    const bands = [
      { band: '10:00', isFree: true },
      { band: '10:30', isFree: true },
    ]
    expect([today, monday]).toEqual([
      { date: FRIDAY, bands },
      { date: '2026-06-15', bands },
    ])
    expect((await book(point, visit, '14:00')).body.code).toBe('booking.not_offered')
    expect((await book(point, visit, '10:00')).body.appointment).toEqual({ date: FRIDAY, band: '10:00' })

    // Another point's agent finds it taken, and the visit of the first is nobody else's.
    const other = await point.hall.signIn('v06')
    const late = { case: '0196f0a0-0000-7000-8000-000000000077', way: 'up', unsent: '2026-06-0042-X' }
    const theirs = (await other.command('/api/visits', { cases: [late] })).body.id
    const place = { date: FRIDAY, band: '10:00' }
    expect((await other.get(`/api/visits/${theirs}/times`)).body.days[0].bands[0].isFree).toBe(false)
    const full = await other.command(`/api/visits/${theirs}/appointment`, place)
    expect(full.body).toMatchObject({ code: 'booking.slot_full', params: { free: '10:30' } })
    for (const odd of ['appointment', 'appointment/cancel'])
      expect(
        (await other.command(`/api/visits/${visit}/${odd}`, odd === 'appointment' ? place : {})).status,
      ).toBe(404)
    expect((await other.get(`/api/visits/${visit}/times`)).status).toBe(404)
    await point.set('village.hourVisits', 2)
    expect((await other.command(`/api/visits/${theirs}/appointment`, place)).status).toBe(200)
  })

  test('[V92, Q36] the one number of the visit waits by its appointment, and slip, copy and why panel say so', async () => {
    const point = await withHour()
    const kiosk = await point.hall.device('kiosk')
    const visit = await listed(point, 2)
    await book(point, visit, '10:00')
    // 09:40: an ordinary number counts as one of 10:00, but was there first; 09:41 is after the appointment.
    const first = (await point.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).body
      .number
    point.hall.clock.forward(60_000)
    const second = (await point.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).body
      .number
    point.hall.clock.to(at(-10))
    const given = (await kiosk.command(`/api/visits/${visit}/ticket`)).body
    expect(given).toMatchObject({ weight: 2, cls: 'appointment', topic: 'relief', bookedAt: TEN })
    expect(ticketsOf(point).at(-1)).toEqual({
      cls: 'appointment',
      weight: 2,
      channel: 'village',
      base_ms: Date.parse(TEN),
      call_key: Date.parse(TEN),
    })
    expect((await point.agent().get('/api/visits')).body.visit).toMatchObject({
      ticket: given.number,
      appointment: null,
    })
    point.hall.clock.forward(5_000)
    expect((await kiosk.command(`/api/visits/${visit}/ticket`)).body.code).toBe('visit.has_ticket')
    const copy = (await point.clerk.command(`/api/print-jobs/${given.printJobId}/again`)).body
    expect(copy).toMatchObject({ weight: 2, bookedAt: TEN })

    const called = async () => {
      const { ticket } = (await point.clerk.command('/api/windows/1/next')).body
      await point.clerk.command(`/api/tickets/${ticket.id}/cancel`, {})
      return ticket.number as string
    }
    expect([await called(), await called(), await called()]).toEqual([first, given.number, second])
    const why = (await point.clerk.get(`/api/tickets/${given.ticketId}/why`)).body
    expect(why).toMatchObject({ weight: 2, bookedAt: TEN, called: { delayMinutes: 0 } })
    // Whose place it was is in the events too (Q67).
    expect(rebuildAndCompare(point.hall.server.counter.deps.store).differences).toBe(0)
  })

  test('[V92, Q36] who is late waits as every walk-in does', async () => {
    const point = await withHour()
    const kiosk = await point.hall.device('kiosk')
    const visit = await listed(point, 2)
    await book(point, visit, '10:00')
    point.hall.clock.to(at(11))
    const given = (await kiosk.command(`/api/visits/${visit}/ticket`)).body
    expect(given).toMatchObject({ weight: 2, cls: 'ordinary' })
    expect(given.bookedAt).toBeUndefined()
    expect(ticketsOf(point)).toMatchObject([
      { cls: 'ordinary', base_ms: Date.parse(at(11)), call_key: Date.parse(at(31)) },
    ])
  })

  test('[V92, Q39] another time, none, another list or a number on another day: the place is free for others', async () => {
    const point = await withHour()
    const kiosk = await point.hall.device('kiosk')
    const first = await listed(point, 1)
    const isFree = async (visit: string) => (await timesOf(point, visit))[1]?.bands.map((each) => each.isFree)
    const MONDAY = '2026-06-15'
    await book(point, first, '10:00', MONDAY)
    await book(point, first, '10:30', MONDAY)
    const journal = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT type FROM journal WHERE type LIKE 'booking.%' ORDER BY seq").pluck().all(),
    )
    expect(journal).toEqual(['booking.made', 'booking.changed'])
    const second = await listed(point, 1)
    expect(await isFree(second)).toEqual([true, true])
    await book(point, second, '10:00', MONDAY)
    const gone = await point.agent().command(`/api/visits/${second}/appointment/cancel`)
    expect(gone.body.appointment).toBeNull()
    await book(point, second, '10:30', MONDAY)
    // On Friday it is an ordinary number.
    expect((await kiosk.command(`/api/visits/${second}/ticket`)).body.cls).toBe('ordinary')
    expect(await isFree(second)).toEqual([true, true])
    expect((await book(point, second, '10:30', MONDAY)).body.code).toBe('visit.has_ticket')
  })

  test('[V92, Q37, Q38] its services take their part of the windows from those who book, and stand in the list of the desk', async () => {
    const point = await withHour()
    const visit = await listed(point, 10)
    const residents = async () => {
      const { days } = (await point.hall.anonymous.get('/api/bookings/free?topic=relief')).body
      return days[0].bands.find(({ band }: { band: string }) => band === '10:00').isFree as boolean
    }
    expect(await residents()).toBe(true)
    await book(point, visit, '10:00')
    expect(await residents()).toBe(false)
    const { items } = (await point.clerk.get(`/api/bookings?date=${FRIDAY}`)).body
    expect(items).toMatchObject([{ band: '10:00', visitOf: 10, phone: null }])
    // The desk may check it in from there: it is the same one number.
    point.hall.clock.to(at(-5))
    const arrived = await point.clerk.command(`/api/bookings/${items[0].id}/check-in`)
    expect(arrived.body).toMatchObject({ timing: 'on_time', ticket: { weight: 10, bookedAt: TEN } })
    expect((await point.agent().get('/api/visits')).body.visit.ticket).toBe(arrived.body.ticket.number)
    const eleven = await listed(point, 11)
    expect((await book(point, eleven, '10:30')).body).toMatchObject({
      code: 'ticket.batch_too_large',
      params: { n: 10 },
    })
  })
})
