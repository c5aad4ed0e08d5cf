import { type Answer, type Caller, type Hall, startHall } from './app.ts'

/** Monday after the sample Friday; the hall is open from 08:30. */
export const MONDAY = '2026-06-15'
export const PHONE = '13800001234'

/** What a resident's phone sends; a fresh mobile number for each person. */
export function phoneOf(person: number): string {
  return `138${String(person).padStart(8, '0')}`
}

export function take(hall: Hall, changes: object = {}, commandId?: string): Promise<Answer> {
  const body = { topic: 'relief', date: MONDAY, band: '09:30', phone: PHONE, ...changes }
  return hall.anonymous.command('/api/bookings/take', body, commandId)
}

/** Fills a band with different people until it is full; how many got a place. */
export async function fill(clerk: Caller, place: object = {}): Promise<number> {
  for (let n = 0; n < 50; n += 1) {
    const body = { topic: 'relief', date: MONDAY, band: '09:30', phone: null, ...place }
    const { status } = await clerk.command('/api/bookings', body)
    if (status !== 200) return n
  }
  throw new Error('the band is never full')
}

/** A hall on the morning of the sample Monday at a time of its clock. */
export async function hallAt(time: string): Promise<Hall> {
  const hall = await startHall()
  hall.clock.to(`${MONDAY}T${utc(time)}:00.000Z`)
  return hall
}

/** Moves the clock to a time of the sample Monday in the hall. */
export function to(hall: Hall, time: string): void {
  hall.clock.to(`${MONDAY}T${utc(time)}:00.000Z`)
}

function utc(time: string): string {
  return `${String(Number(time.slice(0, 2)) - 8).padStart(2, '0')}${time.slice(2)}`
}
