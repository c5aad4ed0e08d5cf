import { describe, expect, test } from 'vitest'
import { book, FRIDAY, listed, type Point, withHour } from './agents-hour.ts'

const MONDAY = '2026-06-15'

const bookingsOf = async ({ clerk }: Point, date: string) =>
  (await clerk.get(`/api/bookings?date=${date}`)).body.items as {
    readonly id: string
    readonly band: string
    readonly status: string
  }[]

describe('the appointment of a visit', () => {
  test('[V92, Q39] is moved by the agent alone: the desk is told so, and nothing moves', async () => {
    const point = await withHour()
    const visit = await listed(point, 10)
    await book(point, visit, '10:00')
    const [before] = await bookingsOf(point, FRIDAY)
    const place = { topic: 'relief', date: MONDAY, band: '09:00' }
    const no = await point.clerk.command(`/api/bookings/${before?.id}/change`, place)
    expect(no).toMatchObject({ status: 409, body: { code: 'booking.of_visit' } })
    expect(no.body.message).toBe('代办员约的时间，请代办员在手机上改')
    expect(await bookingsOf(point, FRIDAY)).toEqual([before])
    expect(await bookingsOf(point, MONDAY)).toEqual([])
  })
})
