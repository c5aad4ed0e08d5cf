import { expect, test } from 'vitest'
import { Refusal } from '../src/domain/refusal.ts'
import type { Tx } from '../src/store/tx.ts'
import { readBoard } from '../src/usecases/cases/read-board.ts'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { fromVillage } from './village-case.ts'

const store = (hall: Hall) => hall.server.counter.deps.store
const counted = (hall: Hall) =>
  store(hall).read((tx) => {
    const { lights, byUnit, byVillage } = readBoard(tx, { actor: 'supervisor', staff: null })
    const placed = [...byUnit, ...byVillage].filter(({ lights: each }) => sumOf(each) > 0)
    return { lights, places: placed.map(({ name, lights: each }) => [name, sumOf(each)]) }
  })
const sumOf = (lights: object) => Object.values(lights).reduce((sum, n) => sum + n, 0)

test('[U34] follow each act, and an act that is taken back leaves them as they were', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const handler = await hall.signIn('ly')
  const none = { green: 0, yellow: 0, red: 0, paused: 0, done: 0, none: 0 }
  expect(counted(hall)).toEqual({ lights: none, places: [] })

  const { case: one } = await receive(clerk, 'LY-001', 'accept')
  const { case: other } = await receive(clerk, 'LY-001', 'accept')
  await fromVillage(hall)
  await act(handler, one.row.id, 'pause', { reason: 'expert_review', days: 10, noticeNumber: '特-1' })
  const before = counted(hall)
  expect(before.lights).toEqual({ ...none, green: 2, paused: 1 })

  const undone = store(hall).write((tx: Tx) => {
    tx.sql.prepare(`UPDATE "case" SET unit = 'MZ', clock_state = 'stopped'`).run()
    expect(readBoard(tx, { actor: 'supervisor', staff: null }).lights).toEqual({ ...none, done: 3 })
    throw new Refusal('request.invalid')
  })
  await expect(undone).rejects.toBeInstanceOf(Refusal)
  expect(counted(hall)).toEqual(before)

  await act(clerk, other.row.id, 'withdraw', { reason: '不办了' })
  expect(counted(hall).lights).toEqual({ ...none, green: 1, paused: 1 })
})
