import { Replay } from '@counter/shared/contract/replay'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { readReplay } from '../src/usecases/hall/read-replay.ts'
import { startHall } from './app.ts'
import { deskAt, refused } from './desk.ts'

test('[Q59] a day can be played again from its events: numbers, windows, and when they were called', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 2)
  await desk.take()
  hall.clock.forward(60_000)
  const { ticket } = (await desk.next()).body
  hall.clock.forward(30_000)
  await desk.act(ticket.id, 'start')
  await desk.act(ticket.id, 'finish', { outcome: 'consulted' })
  hall.clock.forward(60_000)
  await desk.at('close')
  hall.clock.to('2026-06-15T01:00:00.000Z')
  const supervisor = await hall.roleCaller('supervisor')
  const { day, items } = Replay.parse((await supervisor.get('/api/replays/2026-06-12')).body)
  expect(day).toBe('2026-06-12')
  expect(items.map(({ at }) => at)).toEqual([
    '2026-06-12T01:40:00.000Z',
    '2026-06-12T01:41:00.000Z',
    '2026-06-12T01:41:30.000Z',
    '2026-06-12T01:42:30.000Z',
  ])
  expect(items[1]?.changes).toMatchObject([
    {
      kind: 'window_changed',
      window: { window: 2, state: 'open', current: { number: '综 001', isServing: false } },
    },
    { kind: 'call_announced', announcement: { number: '综 001', window: 2, kind: 'call' } },
    { kind: 'figures_changed', figures: { waiting: 0, lastCalls: [{ number: '综 001', window: 2 }] } },
  ])
  expect(items[2]?.changes).toMatchObject([{ kind: 'window_changed', window: { current: null } }])
  expect(items[3]?.changes).toMatchObject([
    { kind: 'window_changed', window: { state: 'closed' } },
    { kind: 'figures_changed', figures: { openWindows: 0 } },
  ])
})

test('[Q59] a replay changes nothing, tells no wall, and is opened by a supervisor alone', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  await desk.take()
  await desk.next()
  const count = () =>
    hall.server.counter.deps.store.read((tx) => tx.sql.prepare('SELECT count(*) FROM journal').pluck().get())
  const supervisor = await hall.roleCaller('supervisor')
  const before = count()
  expect((await supervisor.get('/api/replays/2026-06-12')).status).toBe(200)
  expect((await supervisor.get('/api/replays/2026-06-01')).body.items).toEqual([])
  expect(count()).toBe(before)
  expect(await desk.clerk.get('/api/replays/2026-06-12')).toMatchObject(refused('session.forbidden', 403))
})

test('[Q59] while a long day is played again the hall of today has its turns', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  for (let n = 0; n < 100; n += 1) await desk.take()
  let turns = 0
  let isPlayed = false
  const turn = () => {
    turns += 1
    if (!isPlayed) setImmediate(turn)
  }
  setImmediate(turn)
  for await (const { hall: played } of readReplay(hall.server.counter.deps, '2026-06-12' as PlainDate))
    isPlayed = played.tickets.size === 100
  expect(isPlayed).toBe(true)
  expect(turns).toBeGreaterThan(2)
})
