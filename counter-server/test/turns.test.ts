import { expect, test } from 'vitest'
import { findTurnMinutes } from '../src/store/outlook.ts'
import { startHall } from './app.ts'
import { type Desk, deskAt } from './desk.ts'

const MINUTE = 60_000
const LONG_AGO = '2000-01-01T00:00:00.000Z' as Parameters<typeof findTurnMinutes>[2]

async function callNext(desk: Desk, body = {}): Promise<string> {
  return (await desk.next(body)).body.ticket.id
}

async function serve(desk: Desk, ticket: string): Promise<void> {
  await desk.act(ticket, 'start')
  await desk.act(ticket, 'finish', { outcome: 'consulted' })
}

test('[Q60] the turn of a window is from the end of a visit to the call of somebody who waited already', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  for (let person = 0; person < 5; person += 1) await desk.take()
  await serve(desk, await callNext(desk))
  hall.clock.forward(1.5 * MINUTE)
  await desk.act(await callNext(desk), 'start')
  // Finished and called in one press.
  const third = await callNext(desk, { finish: { outcome: 'consulted' } })
  await serve(desk, third)
  // Whoever does not come takes time of the window, and that is counted elsewhere.
  hall.clock.forward(MINUTE)
  await desk.act(await callNext(desk), 'miss', { reason: '不在大厅', isConfirmed: true })
  hall.clock.forward(MINUTE)
  await serve(desk, await callNext(desk))
  // Nobody waits, and then somebody comes.
  hall.clock.forward(10 * MINUTE)
  await desk.take()
  await serve(desk, await callNext(desk))
  // A break; others come in it, so that the session of the clerk lives on.
  for (let part = 0; part < 4; part += 1) {
    await desk.take()
    hall.clock.forward(8 * MINUTE)
  }
  await serve(desk, await callNext(desk))

  const turns = hall.server.counter.deps.store.read((tx) => findTurnMinutes(tx, 1, LONG_AGO))
  expect(turns.map((minutes) => Math.round(minutes * 100) / 100)).toEqual([1.5, 0])
})
