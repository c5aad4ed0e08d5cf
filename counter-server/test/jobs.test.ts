import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createDueJobs } from '../src/jobs/due-jobs.ts'
import { type Hall, startHall } from './app.ts'
import { MONDAY, take, to } from './booking.ts'
import { journalOf } from './desk.ts'

function jobsOf(hall: Hall, fireDueMarks: () => Promise<unknown>, onFault = vi.fn()) {
  const { deps, feed } = hall.server.counter
  return createDueJobs({ deps, feed, fireDueMarks, rekey: async () => undefined, onFault })
}

test('[Q39] a job that fails does not keep the others from their work', async () => {
  const hall = await startHall()
  expect((await take(hall)).status).toBe(200)
  to(hall, '10:00')
  const jobs = jobsOf(hall, () => Promise.reject(new Error('the marks cannot be read')))
  await expect(jobs.run()).rejects.toThrow('the marks cannot be read')
  expect(journalOf(hall, 'booking.no_show')).toEqual([{ date: MONDAY, band: '09:30', topic: 'relief' }])
})

test('[Q67] a tick that takes long is not begun a second time meanwhile', async () => {
  const hall = await startHall()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const long = vi.fn(() => new Promise<void>(() => undefined))
  const jobs = jobsOf(hall, long)
  jobs.start()
  onTestFinished(() => jobs.stop())
  vi.advanceTimersByTime(30_000)
  await vi.waitFor(() => expect(long).toHaveBeenCalledTimes(1))
  vi.advanceTimersByTime(60_000)
  // What a second tick would have to commit before it came to the marks.
  for (let n = 0; n < 5; n += 1) await hall.server.counter.deps.store.write(() => null)
  expect(long).toHaveBeenCalledTimes(1)
})

test('[C521, C1502] the deadlines are looked at as often as the setting says, from the next tick on', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const look = vi.fn(() => Promise.resolve())
  const asked = { value: 10, reason: '督查要看得勤一些' }
  expect((await admin.command('/api/settings/clock.tickSeconds', asked)).status).toBe(200)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const jobs = jobsOf(hall, look)
  jobs.start()
  onTestFinished(() => jobs.stop())
  await vi.advanceTimersByTimeAsync(9_000)
  expect(look).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1_500)
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1))
})

test('[QT19, C305] neither the opening of the hall nor a tick waits for the check of all cases', async () => {
  const hall = await startHall()
  await vi.waitFor(() => expect(journalOf(hall, 'cases.checked')).toHaveLength(1))
  hall.clock.to('2026-06-12T16:01:00.000Z')
  await hall.server.jobs.run()
  expect(journalOf(hall, 'cases.checked')).toHaveLength(1)
  // The next start makes it beside its work, and two ticks make it once.
  const later = await hall.restart()
  await Promise.all([later.server.jobs.check(), later.server.jobs.check()])
  expect(journalOf(later, 'cases.checked')).toMatchObject([{ day: '2026-06-11' }, { day: '2026-06-12' }])
})

test('[R1] the log is emptied once a day, outside office hours', async () => {
  const hall = await startHall()
  const logSize = () => statSync(join(hall.dataDir, 'counter.db-wal')).size
  const note = () =>
    hall.server.counter.deps.store.write(
      (tx) => void tx.sql.prepare('UPDATE store_meta SET value = value').run(),
    )
  const sizeAfterTickAt = async (at: string) => {
    hall.clock.to(at)
    await hall.server.jobs.run()
    return logSize()
  }
  await note()
  // Friday the 12th: the office closes at 17:30, and the sample township nevertheless gives out numbers.
  expect(await sizeAfterTickAt('2026-06-12T09:29:00.000Z')).toBeGreaterThan(0)
  expect(await sizeAfterTickAt('2026-06-12T09:30:00.000Z')).toBe(0)
  await note()
  expect(await sizeAfterTickAt('2026-06-12T12:00:00.000Z')).toBeGreaterThan(0)
  expect(await sizeAfterTickAt('2026-06-12T16:01:00.000Z')).toBe(0)
})
