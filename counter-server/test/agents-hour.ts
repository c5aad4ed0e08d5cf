import { expect } from 'vitest'
import { atPoint } from './village-point.ts'

export type Point = Awaited<ReturnType<typeof atPoint>>

export const FRIDAY = '2026-06-12'
/** The moments of that Friday in the hall. */
export const TEN = '2026-06-12T02:00:00.000Z'
export const at = (minutes: number) => new Date(Date.parse(TEN) + minutes * 60_000).toISOString()

/** The point of village 05 on a Friday, 09:40, with an agents' hour from 10:00 to 11:00. */
export async function withHour() {
  const point = await atPoint()
  const admin = await point.hall.roleCaller('admin')
  const set = async (key: string, value: unknown) => {
    const { status, body } = await admin.command(`/api/settings/${key}`, { value, reason: '代办时段' })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  await set('village.hourFrom', '10:00')
  await set('village.hourUntil', '11:00')
  await set('village.hour', true)
  return { ...point, set }
}

/** A list of so many new cases of the point. */
export async function listed(point: Point, count: number): Promise<string> {
  const cases: object[] = []
  for (let place = 0; place < count; place += 1) cases.push({ case: await point.registered(), way: 'up' })
  const made = await point.agent().command('/api/visits', { cases })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return made.body.id
}

export const book = (point: Point, visit: string, band: string, date = FRIDAY) =>
  point.agent().command(`/api/visits/${visit}/appointment`, { date, band })

export const timesOf = async (point: Point, visit: string) =>
  (await point.agent().get(`/api/visits/${visit}/times`)).body.days as {
    readonly date: string
    readonly bands: readonly { readonly band: string; readonly isFree: boolean }[]
  }[]
