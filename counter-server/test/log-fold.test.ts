import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../src/store/store.ts'
import { createLogFold } from '../src/worker/log-fold.ts'
import { aFolder, aStore } from './a-store.ts'

// A page holds four kilobytes, so each row fills about one.
async function fill(store: Store, name: string, rows: number): Promise<void> {
  for (let place = 0; place < rows; place += 100)
    await store.write((tx) => {
      const insert = tx.sql.prepare('INSERT INTO store_meta VALUES (?, ?)')
      for (let row = 0; row < 100; row += 1) insert.run(`${name} ${place + row}`, '0'.repeat(3_900))
    })
}

function logOf(store: Store): { log: number; checkpointed: number } {
  const look = store.read((tx) => tx.sql.prepare('PRAGMA wal_checkpoint(NOOP)').get())
  return look as { log: number; checkpointed: number }
}

test('[R1] the log is written back beside the commits as soon as it holds a thousand pages', async () => {
  const folder = aFolder()
  const fold = createLogFold(join(folder, 'counter.db'))
  onTestFinished(() => fold.close())
  const { store, faults } = aStore({ foldApart: fold.fold }, folder)
  expect(store.read((tx) => tx.sql.prepare('PRAGMA wal_autocheckpoint').pluck().get())).toBe(16_384)
  await store.emptyLog()
  await fill(store, 'few', 500)
  expect(logOf(store)).toMatchObject({ checkpointed: 0 })
  await fill(store, 'many', 1_500)
  await store.folded()
  const { log, checkpointed } = logOf(store)
  expect(checkpointed).toBeGreaterThan(0)
  expect(log - checkpointed).toBeLessThan(1_000)
  expect(faults).toEqual([])
})

test('[R10] a disk that fails while the log is written back stops the writes', async () => {
  const failing = () => Promise.reject(Object.assign(new Error('fsync'), { code: 'SQLITE_IOERR_FSYNC' }))
  const { store, faults } = aStore({ foldApart: failing })
  await expect(fill(store, 'many', 1_500)).rejects.toMatchObject({ code: 'SQLITE_IOERR_FSYNC' })
  expect(faults).toMatchObject([{ code: 'SQLITE_IOERR_FSYNC' }])
  await expect(fill(store, 'one', 100)).rejects.toMatchObject({ code: 'SQLITE_IOERR_FSYNC' })
})

test('[R1] a log that could not be written back says why, and is written back the next time', async () => {
  const folder = aFolder()
  const fold = createLogFold(join(folder, 'counter.db'))
  onTestFinished(() => fold.close())
  await expect(fold.fold()).rejects.toThrow('unable to open database file')
  const { store } = aStore({}, folder)
  await fill(store, 'few', 100)
  await fold.fold()
  const { log, checkpointed } = logOf(store)
  expect(checkpointed).toBe(log)
})

test('[I41] the log is emptied as soon as nobody reads it any more', async () => {
  const { store, file } = aStore()
  await fill(store, 'few', 100)
  const reader = new Database(file, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM store_meta').get()
  await fill(store, 'more', 100)
  const emptied = store.emptyLog()
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  reader.close()
  await emptied
  expect(statSync(`${file}-wal`).size).toBe(0)
})
