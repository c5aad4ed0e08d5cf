import { expect, test } from 'vitest'
import type { StreamNews } from '../src/store/streams.ts'
import { aStore } from './a-store.ts'

test('[R19] news that concern nobody yet are no fault: a new centre has no window', async () => {
  const { store, faults } = aStore()
  await expect(
    store.write((tx) => {
      tx.tell({ kind: 'call_heard', seq: 1 })
      return 'done'
    }),
  ).resolves.toBe('done')
  expect(faults).toEqual([])
})

test('[R19] a place is given with its commit: a command or a whole group that is taken back leaves no gap', async () => {
  const { store } = aStore()
  const told: StreamNews[] = []
  store.onCommit((news) => told.push(...news))
  const tell = (...ids: string[]) =>
    store.write((tx) => {
      for (const id of ids) tx.tell({ kind: 'sound_asked', id })
      if (ids.includes('refused')) throw new Error('taken back after it told')
    })
  await tell('one')
  await Promise.allSettled([tell('two', 'two', 'three'), tell('refused'), tell('four')])
  // An event of a case that does not exist is allowed until COMMIT looks.
  const orphan = store.write((tx) => {
    tx.sql
      .prepare(
        `INSERT INTO case_event (id, "case", rev, type, occurred_at, recorded_at, actor, role, "to", payload) VALUES ('e', 'nowhere', 1, 'case.received', ?, ?, 'a', 'clerk', 'received', '{}')`,
      )
      .run(tx.at, tx.at)
  })
  await Promise.allSettled([tell('lost'), orphan])
  await tell('five')
  const rows = [
    [1, ['one']],
    [2, ['two', 'three']],
    [3, ['four']],
    [4, ['five']],
  ]
  const idsOf = (news: readonly unknown[]) => news.map((each) => (each as { id: string }).id)
  expect(told.map(({ seq, news }) => [seq, idsOf(news)])).toEqual(rows)
  const kept = store.read((tx) => tx.sql.prepare('SELECT seq, news FROM stream_event ORDER BY seq').all())
  expect(
    (kept as { seq: number; news: string }[]).map((row) => [row.seq, idsOf(JSON.parse(row.news))]),
  ).toEqual(rows)
  expect(store.read((tx) => tx.sql.prepare('SELECT seq FROM stream').pluck().all())).toEqual([4])
})
