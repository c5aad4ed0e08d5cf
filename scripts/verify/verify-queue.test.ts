import { describe, expect, test } from 'vitest'
import { startHall } from '../../counter-server/test/app.ts'
import { deskAt } from '../../counter-server/test/desk.ts'
import { copyStore, plant } from './store-copy.ts'
import { verifyQueue } from './verify-queue.ts'

/** A priority number passes an ordinary one, is served, and the ordinary one is given up. */
async function aFewVisits(): Promise<string> {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  const ordinary = await desk.take()
  hall.clock.forward(1_000)
  await desk.take('relief', 'priority')
  const { body } = await desk.next()
  await desk.act(body.ticket.id, 'start')
  await desk.act(body.ticket.id, 'finish', { outcome: 'consulted' })
  await desk.act(ordinary.ticketId, 'cancel')
  await desk.at('pause', { reason: '喝水' })
  return copyStore(hall)
}

describe('npm run verify -- queue', () => {
  test('[Q67] the events of a store file make each of its rows again', async () => {
    const verdict = verifyQueue(await aFewVisits())
    // Two numbers, two papers, one leg, one announcement, one duty, and the counters of 综合, 优先 and the order.
    expect(verdict).toEqual({
      events: expect.any(Number),
      from: '2026-06-12',
      rows: 10,
      differences: 0,
      first: null,
    })
    expect(verdict.events).toBe(11)
  })

  test('[Q67] a store of another version is not judged', async () => {
    const file = await aFewVisits()
    plant(file, 'DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)')
    expect(() => verifyQueue(file)).toThrow('another version')
  })

  test.each([
    [
      'a count',
      'UPDATE ticket SET overtaken = 0 WHERE overtaken = 1',
      { table: 'ticket', column: 'overtaken', stored: 0, rebuilt: 1 },
    ],
    [
      'a time by one millisecond',
      "UPDATE leg SET ended_at = '2026-06-12T01:40:00.001Z'",
      { table: 'leg', column: 'ended_at', stored: '2026-06-12T01:40:00.001Z' },
    ],
    [
      'a value of another type',
      "UPDATE duty SET until = '0'",
      { table: 'duty', column: 'until', rebuilt: null },
    ],
    ['a row that no event made', 'UPDATE leg SET leg = 2', { table: 'leg', column: null }],
    ['a row that is gone', 'DELETE FROM announcement', { table: 'announcement', column: null }],
    [
      'a counter',
      "UPDATE number_counter SET last = 9 WHERE series = '#'",
      { table: 'number_counter', stored: 9 },
    ],
  ])('[Q67, R41] finds %s that was changed behind the product', async (_what, statement, first) => {
    const file = await aFewVisits()
    plant(file, statement)
    const verdict = verifyQueue(file)
    expect(verdict.differences).toBeGreaterThan(0)
    expect(verdict.first).toMatchObject(first)
  })
})
