import { expect, test } from 'vitest'
import { Refusal } from '../src/domain/refusal.ts'
import { findSetting, saveSetting } from '../src/store/settings.ts'
import { aStore } from './a-store.ts'

test('[C1502] a setting is read changed from its change on, and as before when the change is taken back', async () => {
  const { store } = aStore()
  const read = () => store.read((tx) => findSetting(tx, 'call.max'))
  expect(read()).toBe(5)
  const refused = store.write((tx) => {
    saveSetting(tx, 'call.max', 7, 'test', 'try')
    expect(findSetting(tx, 'call.max')).toBe(7)
    throw new Refusal('queue.empty')
  })
  const together = store.write((tx) => findSetting(tx, 'call.max'))
  await expect(refused).rejects.toMatchObject({ code: 'queue.empty' })
  expect(await together).toBe(5)
  await store.write((tx) => saveSetting(tx, 'call.max', 6, 'test', 'stay'))
  expect(read()).toBe(6)
})
