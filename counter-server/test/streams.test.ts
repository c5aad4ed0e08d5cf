import { expect, test } from 'vitest'
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
