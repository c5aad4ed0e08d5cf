import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { refused } from './desk.ts'
import { testClock } from './test-clock.ts'

/** A case received on Friday 12 June that silence accepts on the 23rd: 15 to 18 and 22 June are the five days. */
async function withWaitingCase(hall: Hall): Promise<string> {
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001')
  await hall.server.jobs.run()
  return found.row.id
}

const statusOf = async (hall: Hall, id: string) =>
  (await (await hall.signIn('supervisor')).get(`/api/cases/${id}`)).body.row.status

const confirm = async (hall: Hall, reason = '对了电视报时', commandId = uuidv7()) =>
  (await hall.roleCaller('admin')).command('/api/clock/confirm', { reason }, commandId)

const doubtOf = async (hall: Hall) =>
  (await (await hall.roleCaller('admin')).get('/api/calendars')).body.doubt

describe('a start long after the last minute on record', () => {
  test('[R8] lets the deadlines wait until an administrator has confirmed the time', async () => {
    const first = await startHall()
    const id = await withWaitingCase(first)
    first.clock.to('2026-06-24T02:00:00.000Z')
    const hall = await first.restart()
    await hall.server.jobs.run()
    expect(await statusOf(hall, id)).toBe('received')
    expect(await doubtOf(hall)).toEqual({
      kind: 'gap',
      from: '2026-06-12T01:40:00.000Z',
      to: '2026-06-24T02:00:00.000Z',
    })
    // People work on meanwhile: what they say is said by a person.
    const clerk = await hall.clerkAt(1)
    expect((await act(clerk, id, 'accept')).case.row.status).toBe('accepted')

    const supervisor = await hall.roleCaller('supervisor')
    expect(await supervisor.command('/api/clock/confirm', { reason: '看过' })).toMatchObject({ status: 403 })
    expect(await confirm(hall, ' ')).toMatchObject(refused('reason.required'))
    expect((await confirm(hall)).body.doubt).toBeNull()
    expect(await confirm(hall)).toMatchObject(refused('correction.nothing'))
  })

  test('[R8, C514] then what was due comes at once, and the next start asks nothing', async () => {
    const first = await startHall()
    const id = await withWaitingCase(first)
    first.clock.to('2026-06-24T02:00:00.000Z')
    const hall = await first.restart()
    await confirm(hall)
    await hall.server.jobs.run()
    expect(await statusOf(hall, id)).toBe('accepted')
    const again = await hall.restart()
    expect(await doubtOf(again)).toBeNull()
  })

  test('[R8] after the days of the setting and no fewer', async () => {
    const first = await startHall()
    await withWaitingCase(first)
    first.clock.to('2026-06-22T01:40:00.000Z')
    expect(await doubtOf(await first.restart())).toBeNull()
  })
})

test('[R8] a machine’s clock that jumps lets the deadlines wait, and is followed again once it was confirmed', async () => {
  let stray = 0
  let trusted = 0
  const clock = Object.assign(testClock('2026-06-12T01:40:00.000Z'), {
    strayMs: () => stray,
    trust: () => {
      trusted += 1
      stray = 0
    },
  })
  const hall = await startHall({ clock })
  const id = await withWaitingCase(hall)
  stray = 3_600_000
  hall.clock.to('2026-06-23T01:40:00.000Z')
  await hall.server.jobs.run()
  expect(await statusOf(hall, id)).toBe('received')
  expect(await doubtOf(hall)).toMatchObject({ kind: 'jump', to: '2026-06-23T02:40:00.000Z' })
  const commandId = uuidv7()
  await confirm(hall, '对了电视报时', commandId)
  expect(trusted).toBe(1)
  // The same press again, after the clock has strayed anew: answered, and nothing is trusted unasked (R5).
  expect((await confirm(hall, '对了电视报时', commandId)).status).toBe(200)
  expect(trusted).toBe(1)
  await hall.server.jobs.run()
  expect(await statusOf(hall, id)).toBe('accepted')
})
