import { expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { type Desk, deskAt, refused } from './desk.ts'

const SAID = { level: 2, reasons: [], text: '', phone: '' }

/** A tablet that stands at a window. */
async function tabletAt(hall: Hall, window: number): Promise<Caller> {
  const tablet = await hall.device('rate')
  expect((await tablet.command('/api/rating-desk/window', { window })).status).toBe(200)
  return tablet
}

async function serve(desk: Desk): Promise<{ readonly ticketId: string; readonly number: string }> {
  await desk.take()
  const { id, number } = (await desk.next()).body.ticket
  await desk.act(id, 'start')
  await desk.act(id, 'finish', { outcome: 'consulted' })
  return { ticketId: id, number }
}

const offered = async (tablet: Caller) => (await tablet.get('/api/rating-desk')).body.offer

test('[C1002, U28] a tablet offers the visit that ended last at its window, once, and the clerk hears of no level', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  const tablet = await tabletAt(hall, 1)
  const other = await tabletAt(hall, 2)
  expect(await offered(tablet)).toBeNull()
  const served = await serve(desk)
  expect(await offered(tablet)).toEqual(served)
  expect(await offered(other)).toBeNull()
  const { ticketId } = served
  expect(await other.command('/api/rating-desk/rate', { ticketId, ...SAID })).toMatchObject(
    refused('device.forbidden', 403),
  )
  const low = { ...SAID, level: 4, reasons: ['waited_long'] }
  expect((await tablet.command('/api/rating-desk/rate', { ticketId, ...low })).body).toEqual({
    rectifyDays: 15,
  })
  expect(await offered(tablet)).toBeNull()
  expect(await tablet.command('/api/rating-desk/rate', { ticketId, ...SAID })).toMatchObject(
    refused('rating.already_given'),
  )
  expect((await (await hall.signIn('supervisor')).get('/api/ratings')).body.open).toHaveLength(1)
  for (const path of ['/api/windows/1', '/api/ratings/own', '/api/ratings'])
    expect(JSON.stringify((await desk.clerk.get(path)).body)).not.toMatch(/level|waited_long/)
})

test('[C1002] whoever sits there next rates nothing of the one before, and after five minutes nobody does', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  const tablet = await tabletAt(hall, 1)
  await serve(desk)
  await desk.take()
  const next = (await desk.next()).body.ticket
  // Called is not yet there.
  expect(await offered(tablet)).not.toBeNull()
  await desk.act(next.id, 'start')
  expect(await offered(tablet)).toBeNull()
  await desk.act(next.id, 'finish', { outcome: 'consulted' })
  hall.clock.forward(5 * 60_000 + 1)
  expect(await offered(tablet)).toBeNull()
})

test('[P22] a tablet is told once where it stands, and is nobody of the staff', async () => {
  const hall = await startHall()
  const tablet = await hall.device('rate')
  const { body } = await tablet.get('/api/rating-desk')
  expect(body).toMatchObject({ window: null, offer: null })
  expect(body.windows).toContainEqual({ window: 1, name: expect.any(String) })
  expect(await tablet.command('/api/rating-desk/window', { window: 77 })).toMatchObject(
    refused('window.not_found', 404),
  )
  await tablet.command('/api/rating-desk/window', { window: 2 })
  expect((await tablet.get('/api/rating-desk')).body).toEqual({ window: 2, windows: [], offer: null })
  expect(await tablet.command('/api/rating-desk/window', { window: 3 })).toMatchObject(
    refused('device.forbidden', 403),
  )
  expect(await (await hall.clerkAt(3)).get('/api/rating-desk')).toMatchObject(
    refused('session.forbidden', 403),
  )
})

test('[C1004, U28] a clerk reads the own average from five ratings on, and those of others not at all', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  const tablet = await tabletAt(hall, 1)
  const own = async (clerk: Caller) => (await clerk.get('/api/ratings/own')).body.average
  for (const level of [1, 1, 2, 3]) {
    const { ticketId } = await serve(desk)
    await tablet.command('/api/rating-desk/rate', { ticketId, ...SAID, level })
  }
  expect(await own(desk.clerk)).toBeNull()
  const { ticketId } = await serve(desk)
  await tablet.command('/api/rating-desk/rate', { ticketId, ...SAID, level: 5 })
  // 5, 5, 4, 3 and 1 stars are 18 of 25.
  expect(await own(desk.clerk)).toEqual({ n: 5, stars: 3.6 })
  expect(await own(await hall.clerkAt(2))).toBeNull()
})
