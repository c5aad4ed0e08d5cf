import { copyFileSync, cpSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, countRows } from '../../../counter-server/test/a-store.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { syncOne } from '../../../counter-server/test/village-fixture.ts'
import { aCase, aPoint, changed, commitOf, ONE_CASE, tablesIn } from './one-case.ts'
import { withSteps } from './statement-steps.ts'

/** One page in the log with its head. */
const FRAME = 24 + 4096

/** The record as a kill leaves it: what was written to the files, and nothing of what the process had in mind. */
function copyRecord(from: string, to: string): void {
  rmSync(`${to}-shm`, { force: true })
  copyFileSync(from, to)
  copyFileSync(`${from}-wal`, `${to}-wal`)
}

/** A registration is taken, and at each statement lies a copy of what a kill would have left there. */
async function aTakenCase() {
  const point = await aPoint()
  const folder = aFolder()
  const image = (name: number | string) => join(folder, `${name}.db`)
  const command = aCase(2)
  const before = tablesIn(point.file)
  const { done, steps } = await withSteps(
    (step) => copyRecord(point.file, image(step)),
    () => syncOne(point.agent, command),
  )
  // A reader writes the log back, so what is looked at is a copy of its own.
  const left = (file: string) => {
    copyRecord(file, image('looked'))
    return changed(before, tablesIn(image('looked')))
  }
  return { ...point, command, done, steps, commit: commitOf(steps), image, left }
}

test('[V51, V100] the node is killed at each statement of one command: all of it is there, or nothing', async () => {
  const { steps, commit, image, left } = await aTakenCase()
  for (const [place, source] of steps.entries()) {
    const step = place + 1
    expect(left(image(step)), `before ${step}: ${source.slice(0, 60)}`).toEqual(step > commit ? ONE_CASE : {})
  }
}, 120_000)

test('[V51, V100] the node is killed while the commit is written, page by page: only the whole of it counts', async () => {
  const { commit, image, left } = await aTakenCase()
  const logSize = (step: number) => statSync(`${image(step)}-wal`).size
  const from = logSize(commit)
  const pages = (logSize(commit + 1) - from) / FRAME
  expect(pages).toBeGreaterThan(10)
  const cutAfter = (bytes: number) => {
    copyRecord(image(commit + 1), image('cut'))
    truncateSync(`${image('cut')}-wal`, from + bytes)
    return left(image('cut'))
  }
  // Each page was torn in its middle, and the last one lacks a single byte.
  for (let page = 0; page < pages; page += 1)
    expect(cutAfter(page * FRAME + FRAME / 2), `in page ${page + 1} of ${pages}`).toEqual({})
  expect(cutAfter(pages * FRAME - 1)).toEqual({})
  expect(cutAfter(pages * FRAME)).toEqual(ONE_CASE)
}, 120_000)

test('[V49, V51, V100] the node is started again after a kill before, at and after the commit: the resend is applied once, with one answer', async () => {
  const { hall, phones, command, done, commit, image } = await aTakenCase()
  for (const step of [commit - 1, commit, commit + 1]) {
    const dataDir = join(aFolder(), 'data')
    cpSync(hall.dataDir, dataDir, { recursive: true, filter: (path) => !path.includes('counter.db') })
    copyRecord(image(step), join(dataDir, 'counter.db'))
    const again = await startHall({ dataDir, clock: hall.clock, phones })
    const agent = await again.signIn('v05')
    const resent = await syncOne(agent, command)
    expect([resent.status, resent.number]).toEqual([step > commit ? 'duplicate' : 'applied', done.number])
    expect(await syncOne(agent, command)).toEqual({ ...resent, status: 'duplicate' })
    expect(countRows(again.server.counter.deps.store, ['case', 'log_book'])).toEqual({ case: 2, log_book: 2 })
  }
}, 120_000)
