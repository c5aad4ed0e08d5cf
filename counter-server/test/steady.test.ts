import { expect, test } from 'vitest'
import { Refusal } from '../src/domain/refusal.ts'
import { findSetting, saveSetting } from '../src/store/settings.ts'
import { aStore } from './a-store.ts'
import { startHall } from './app.ts'
import { deskAt } from './desk.ts'

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

test('[Q20] who sits at a window is told by the new name once an administrator has changed it', async () => {
  const hall = await startHall()
  await deskAt(hall, 1)
  const other = await hall.signIn('clerk2')
  const nameAt = async () => (await other.command('/api/windows/1/open')).body.params.name
  const before = await nameAt()
  const admin = await hall.roleCaller('admin')
  const { staffId, role, unit, village, posts, windows, version } = (
    await admin.get('/api/staff')
  ).body.items.find(({ displayName }: { displayName: string }) => displayName === before)
  const post = { displayName: '改名的岗', role, unit, village, posts, windows }
  const body = { ...post, expectedVersion: version, reason: '换了人' }
  expect((await admin.command(`/api/staff/${staffId}/change`, body)).status).toBe(200)
  expect(await nameAt()).toBe('改名的岗')
})
