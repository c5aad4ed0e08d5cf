import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { findBookingsOfDay } from '../src/store/bookings.ts'
import { sweepBookings } from '../src/usecases/booking/sweep-bookings.ts'
import { at, book, FRIDAY, listed, type Point, withHour } from './agents-hour.ts'
import { rebuildAndCompare } from './rebuild.ts'

const MONDAY = '2026-06-15'

// As the desk lists them, whoever still has a session.
const bookingsOf = ({ hall }: Point, date: string) =>
  hall.server.counter.deps.store.read((tx) => findBookingsOfDay(tx, date as PlainDate))

describe('the appointment of a visit', () => {
  test('[V92, Q39] is moved by the agent alone: the desk is told so, and nothing moves', async () => {
    const point = await withHour()
    const visit = await listed(point, 10)
    await book(point, visit, '10:00')
    const [before] = bookingsOf(point, FRIDAY)
    const place = { topic: 'relief', date: MONDAY, band: '09:00' }
    const no = await point.clerk.command(`/api/bookings/${before?.id}/change`, place)
    expect(no).toMatchObject({ status: 409, body: { code: 'booking.of_visit' } })
    expect(no.body.message).toBe('代办员约的时间，请代办员在手机上改')
    expect(bookingsOf(point, FRIDAY)).toEqual([before])
    expect(bookingsOf(point, MONDAY)).toEqual([])
  })

  test('[V92, Q39] that was missed today does not keep the later one from others once the number is taken', async () => {
    const point = await withHour()
    const kiosk = await point.hall.device('kiosk')
    const visit = await listed(point, 2)
    await book(point, visit, '10:00')
    point.hall.clock.to(at(11))
    await sweepBookings(point.hall.server.counter.deps)
    await point.again()
    expect(bookingsOf(point, FRIDAY)).toMatchObject([{ status: 'no_show' }])
    expect((await book(point, visit, '10:00', MONDAY)).status).toBe(200)
    expect((await kiosk.command(`/api/visits/${visit}/ticket`)).body).toMatchObject({
      cls: 'ordinary',
      weight: 2,
    })
    expect(bookingsOf(point, FRIDAY)).toMatchObject([{ status: 'arrived' }])
    expect(bookingsOf(point, MONDAY)).toMatchObject([{ status: 'cancelled' }])
  })

  test('[V92, V93] goes with the visit: all served without a number, or signed for without what never came', async () => {
    const point = await withHour()
    const serve = async (visit: string, of: string) => {
      const body = { case: of, papers: [], problem: '复印件看不清', remark: '' }
      expect((await point.clerk.command(`/api/visits/${visit}/serve`, body)).status).toBe(200)
    }
    const visit = await listed(point, 2)
    const cases = (await point.agent().get('/api/visits')).body.visit.cases as { readonly case: string }[]
    await book(point, visit, '10:00', MONDAY)
    await serve(visit, cases[0]?.case ?? '')
    expect(bookingsOf(point, MONDAY)).toMatchObject([{ status: 'booked' }])
    await serve(visit, cases[1]?.case ?? '')
    expect(bookingsOf(point, MONDAY)).toMatchObject([{ status: 'cancelled' }])

    const own = await point.registered()
    const never = { case: '0196f0a0-0000-7000-8000-000000000077', way: 'up', unsent: '2026-06-0042-X' }
    const made = await point.agent().command('/api/visits', { cases: [{ case: own, way: 'up' }, never] })
    await book(point, made.body.id, '10:30', MONDAY)
    await serve(made.body.id, own)
    expect(bookingsOf(point, MONDAY)[1]).toMatchObject({ status: 'booked' })
    expect((await point.agent().command(`/api/visits/${made.body.id}/confirm`)).status).toBe(200)
    expect(bookingsOf(point, MONDAY)[1]).toMatchObject({ status: 'cancelled' })
  })

  test('[V92] is of the last list of the point: one that another list replaced takes no place', async () => {
    const point = await withHour()
    const old = await listed(point, 1)
    point.hall.clock.forward(1_000)
    const now = await listed(point, 1)
    const no = await book(point, old, '10:00')
    expect(no).toMatchObject({ status: 409, body: { code: 'visit.replaced' } })
    expect(bookingsOf(point, FRIDAY)).toEqual([])
    expect((await book(point, now, '10:00')).status).toBe(200)
  })

  test('[V91, V92] waits for what the clerk chose, and at a kiosk for what a window of the hall takes', async () => {
    const point = await withHour()
    const kiosk = await point.hall.device('kiosk')
    const visit = await listed(point, 1)
    await book(point, visit, '10:00')
    point.hall.clock.to(at(-5))
    const chosen = await point.clerk.command(`/api/visits/${visit}/ticket`, { topic: 'social' })
    expect(chosen.body).toMatchObject({ topic: 'social', cls: 'appointment' })

    const next = await listed(point, 1)
    await book(point, next, '10:30')
    const admin = await point.hall.roleCaller('admin')
    for (const window of [1, 2, 3, 4])
      await admin.command(`/api/windows/${window}/services`, {
        services: [{ topic: 'social', rank: 'main' }],
        isConfirmed: true,
      })
    point.hall.clock.to(at(20))
    const no = await kiosk.command(`/api/visits/${next}/ticket`)
    expect(no).toMatchObject({ status: 409, body: { code: 'topic.no_window' } })
    expect(bookingsOf(point, FRIDAY)[1]).toMatchObject({ status: 'booked' })
  })

  test('[V92, Q42] the number of a visit is not moved to a booking, which would be of one resident', async () => {
    const point = await withHour()
    const kiosk = await point.hall.device('kiosk')
    const visit = await listed(point, 3)
    const { ticketId, number } = (await kiosk.command(`/api/visits/${visit}/ticket`)).body
    const move = { date: MONDAY, band: '09:00', phone: null, reason: '今天办不完' }
    const no = await point.clerk.command(`/api/tickets/${ticketId}/move`, move)
    expect(no).toMatchObject({ status: 409, body: { code: 'ticket.of_visit' } })
    expect(bookingsOf(point, MONDAY)).toEqual([])
    expect((await point.agent().get('/api/visits')).body.visit).toMatchObject({
      ticket: number,
      mayTakeNumber: false,
    })
  })

  test('[V92] stands in the list of the desk with the village that comes', async () => {
    const point = await withHour()
    await point.set('village.hourVisits', 2)
    const visit = await listed(point, 2)
    await book(point, visit, '10:00')
    const other = await point.hall.signIn('v06')
    const late = { case: '0196f0a0-0000-7000-8000-000000000077', way: 'up', unsent: '2026-06-0042-X' }
    const theirs = (await other.command('/api/visits', { cases: [late] })).body.id
    await other.command(`/api/visits/${theirs}/appointment`, { date: FRIDAY, band: '10:00' })
    const villages = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT name FROM village WHERE code IN ('05', '06') ORDER BY code").pluck().all(),
    )
    const { items } = (await point.clerk.get(`/api/bookings?date=${FRIDAY}`)).body
    expect(items.map(({ visitFrom }: { visitFrom: string }) => visitFrom).toSorted()).toEqual(
      villages.toSorted(),
    )
    const place = { topic: 'relief', date: FRIDAY, band: '15:00', phone: null }
    const residents = (await point.clerk.command('/api/bookings', place)).body
    expect(residents.booking).not.toHaveProperty('visitFrom')
  })

  test('[V92, Q9] counts what is left of the visit when it is booked at another time', async () => {
    const point = await withHour()
    const visit = await listed(point, 2)
    const [first] = (await point.agent().get('/api/visits')).body.visit.cases as { readonly case: string }[]
    await book(point, visit, '10:00', MONDAY)
    const body = { case: first?.case, papers: [], problem: '复印件看不清', remark: '' }
    expect((await point.clerk.command(`/api/visits/${visit}/serve`, body)).status).toBe(200)
    await book(point, visit, '10:30', MONDAY)
    expect(bookingsOf(point, MONDAY)).toMatchObject([{ band: '10:30', weight: 1 }])
    const changed = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT data FROM journal WHERE type = 'booking.changed'").pluck().all(),
    )
    expect(changed.map((data) => JSON.parse(data as string))).toMatchObject([{ band: '10:30', weight: 1 }])
    expect(rebuildAndCompare(point.hall.server.counter.deps.store).differences).toBe(0)
  })

  test('[V92, C1502] an hour too short for one half hour is refused with what can be chosen', async () => {
    const point = await withHour()
    const admin = await point.hall.roleCaller('admin')
    const set = async (key: string, value: string) => {
      const answer = await admin.command(`/api/settings/${key}`, { value, reason: '代办时段' })
      return [answer.status, answer.body.code, answer.body.params]
    }
    // The hour is from 10:00 to 11:00.
    const until = { from: '10:30', to: '20:30' }
    expect(await set('village.hourUntil', '10:29')).toEqual([409, 'setting.out_of_range', until])
    expect(await set('village.hourUntil', '09:00')).toEqual([409, 'setting.out_of_range', until])
    const from = { from: '06:00', to: '10:30' }
    expect(await set('village.hourFrom', '10:31')).toEqual([409, 'setting.out_of_range', from])
    expect((await set('village.hourFrom', '10:30'))[0]).toBe(200)
    expect((await admin.get('/api/settings')).body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'village.hourFrom', value: '10:30' }),
        expect.objectContaining({ key: 'village.hourUntil', value: '11:00' }),
      ]),
    )
  })
})
