import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readSnapshot } from '../src/store/snapshot.ts'
import { createReportWorker, type ReportWorkerOptions } from '../src/worker/report-worker.ts'
import { type Hall, startHall } from './app.ts'
import { deskAt } from './desk.ts'

const GATED = new URL('gated-thread.ts', import.meta.url)
const BREAKING = new URL('breaking-thread.ts', import.meta.url)
const DAY = { span: 'day', day: '2026-06-12' as PlainDate } as const
const WEEK = { span: 'week', day: '2026-06-12' as PlainDate } as const

const stays = () => new AbortController().signal
const say = ({ dataDir }: Hall, what: 'go-on' | 'mended') => writeFileSync(join(dataDir, what), '')

function workerOf(hall: Hall, more: Partial<ReportWorkerOptions> = {}) {
  const { store } = hall.server.counter.deps
  const worker = createReportWorker({
    file: join(hall.dataDir, 'counter.db'),
    now: store.now,
    limitMs: () => 30_000,
    ...more,
  })
  onTestFinished(() => worker.close())
  return worker
}

describe('a report is made beside the hall', () => {
  test('[R7, K26] while it runs and runs, numbers are called; what came later is in the next one', async () => {
    const hall = await startHall({ reportThread: GATED })
    const desk = await deskAt(hall, 1)
    await desk.take()
    const supervisor = await hall.signIn('supervisor')
    const order: string[] = []
    const report = supervisor.get('/api/reports?day=2026-06-12').then(({ status, body }) => {
      order.push('report')
      return { status, body }
    })
    // The thread stands still until the door opens; were it this thread, nothing below could happen.
    for (const press of ['first', 'second']) {
      await desk.take()
      order.push(press)
    }
    expect((await desk.next()).status).toBe(200)
    order.push('call')
    say(hall, 'go-on')
    const { status, body } = await report
    expect(status).toBe(200)
    expect(order).toEqual(['first', 'second', 'call', 'report'])
    expect(body.tables.find(({ name }: { name: string }) => name === 'whole').rows[0].cells[0]).toBe(3)
  })

  test('[R7] one is made and one waits; the third is told so, and who leaves makes room', async () => {
    const hall = await startHall()
    const worker = workerOf(hall, { thread: GATED })
    const first = worker.make('hall', DAY, stays())
    const leaving = new AbortController()
    const second = worker.make('hall', WEEK, leaving.signal)
    await expect(worker.make('hall', DAY, stays())).rejects.toMatchObject({ code: 'report.busy' })
    leaving.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    const third = worker.make('hall', WEEK, stays())
    say(hall, 'go-on')
    expect([(await first).span, (await third).span]).toEqual(['day', 'week'])
  })

  test('[R7] who leaves while it is made ends it, and the next one is made by a new thread', async () => {
    const hall = await startHall()
    const worker = workerOf(hall, { thread: GATED })
    const leaving = new AbortController()
    const first = worker.make('hall', DAY, leaving.signal)
    leaving.abort(new Error('gone'))
    await expect(first).rejects.toThrow('gone')
    say(hall, 'go-on')
    expect((await worker.make('hall', WEEK, stays())).span).toBe('week')
  })

  test('[R7] one that takes too long ends its snapshot and says so', async () => {
    const hall = await startHall()
    let limit = 1
    const worker = workerOf(hall, { thread: GATED, limitMs: () => limit })
    await expect(worker.make('hall', DAY, stays())).rejects.toMatchObject({ code: 'report.too_long' })
    // The centre may change how long one may take; the next one has the new time.
    limit = 30_000
    say(hall, 'go-on')
    expect((await worker.make('hall', WEEK, stays())).span).toBe('week')
  })

  test('[R7, R6] a thread that breaks is a fault that may be asked again, and the hall goes on', async () => {
    const hall = await startHall({ reportThread: BREAKING })
    const supervisor = await hall.signIn('supervisor')
    const broken = await supervisor.get('/api/reports?day=2026-06-12')
    expect([broken.status, broken.body.code]).toEqual([500, 'fault'])
    const desk = await deskAt(hall, 1)
    await desk.take()
    expect((await desk.next()).status).toBe(200)
    say(hall, 'mended')
    expect((await supervisor.get('/api/reports?day=2026-06-12')).status).toBe(200)
  })
})

describe('what the thread can reach', () => {
  test('[K26, P30] its connection cannot write, and no sealed value opens', async () => {
    const hall = await startHall()
    const file = join(hall.dataDir, 'counter.db')
    const at = '2026-06-12T01:40:00.000Z' as Instant
    expect(() => readSnapshot(file, at, (tx) => tx.sql.prepare('DELETE FROM ticket').run())).toThrow(
      /readonly/,
    )
    const keys = readSnapshot(file, at, ({ keys: { data, lookup, audit } }) => [
      data.find(1) ?? null,
      data.find(data.newest()) ?? null,
      lookup.length,
      audit.length,
    ])
    expect(keys).toEqual([null, null, 0, 0])
  })

  test('[K26] a snapshot is of one moment, whatever is written meanwhile', async () => {
    const hall = await startHall()
    const file = join(hall.dataDir, 'counter.db')
    const other = new Database(file)
    onTestFinished(() => void other.close())
    const count = 'SELECT count(*) FROM store_meta'
    const before = other.prepare(count).pluck().get()
    const seen = readSnapshot(file, hall.server.counter.deps.store.now(), (tx) => {
      const first = tx.sql.prepare(count).pluck().get()
      other.prepare("INSERT INTO store_meta VALUES ('meanwhile', 'written')").run()
      return [first, tx.sql.prepare(count).pluck().get()]
    })
    expect(seen).toEqual([before, before])
    expect(other.prepare(count).pluck().get()).toBe(Number(before) + 1)
  })
})

test('[R7] who hangs up while the report is made is no fault, and leaves room for the next', async () => {
  const hall = await startHall({ reportThread: GATED })
  const { cookie } = await hall.signIn('supervisor')
  const leaving = new AbortController()
  const headers = { cookie, 'x-actor': 'staff' }
  const url = `${hall.server.address}/api/reports?day=2026-06-12`
  const first = fetch(url, { headers, signal: leaving.signal })
  const other = fetch(url, { headers })
  await hall.server.counter.app.inject({ method: 'GET', url: '/health/live' })
  leaving.abort()
  await expect(first).rejects.toThrow()
  say(hall, 'go-on')
  expect((await other).status).toBe(200)
})
