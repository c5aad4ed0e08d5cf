import { expect, test } from 'vitest'
import { streamSeq } from '../src/store/streams.ts'
import { follow, hallWithDesk, newId } from './desk.ts'
import type { Message } from './live.ts'

const MINUTE = 60_000

test('[Q43] time alone brings the alarm about: it is pushed once, and again only when it is over', async () => {
  const { hall, desk } = await hallWithDesk()
  const admin = await hall.roleCaller('admin')
  const body = { value: 3, reason: '厅小，三个人就挤' }
  expect((await admin.command('/api/settings/alarm.waiting', body, newId())).status).toBe(200)
  const board = await follow(hall, 'staff', await hall.signIn('supervisor'), 'supervisor')
  expect(board.snapshot.state.alarm).toBeNull()
  const { store } = hall.server.counter.deps
  const told = () => store.read((tx) => streamSeq(tx, 'supervisor'))
  await hall.server.jobs.run()

  // Within the minute of the last look nothing alarms yet, and nobody presses anything afterwards.
  for (let place = 0; place < 3; place += 1) await desk.take()
  const before = told()
  await hall.server.jobs.run()
  expect(told()).toBe(before)
  hall.clock.forward(MINUTE + 1_000)
  await hall.server.jobs.run()
  expect(told()).toBe(before + 1)
  const stateOf = (message: Message) => message.state ?? message.changes?.[0]?.state
  const alarmed = await board.next((message) => stateOf(message)?.alarm?.waiting === 3)
  expect(stateOf(alarmed).alarm).toEqual({ waiting: 3, p80: null, advice: null })

  hall.clock.forward(MINUTE + 1_000)
  await hall.server.jobs.run()
  expect(told()).toBe(before + 1)

  await desk.clerk.command('/api/windows/1/next')
  const called = told()
  hall.clock.forward(MINUTE + 1_000)
  await hall.server.jobs.run()
  expect(told()).toBe(called + 1)
})
