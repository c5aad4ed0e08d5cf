import { expect, test } from 'vitest'
import { startHall } from './app.ts'
import { change, follow, journalOf, refused } from './desk.ts'

const PAGE = { text: '周五下午停电，请上午来办', fromOn: '2026-06-12', toOn: '2026-06-13', place: 1 }

test('[U24] a notice reaches wall, kiosk and phone from its first to its last day, in its place', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
  await admin.command('/api/notices', { ...PAGE, text: '第二条', place: 2, toOn: null })
  await admin.command('/api/notices', PAGE)
  await admin.command('/api/notices', { ...PAGE, text: '明天才有', fromOn: '2026-06-13' })
  const told = await change(wall, 'notices_changed', ({ notices }) => notices.length === 2)
  expect(told.notices).toEqual(['周五下午停电，请上午来办', '第二条'])
  const shown = async () => (await hall.anonymous.get('/api/hall')).body.notices
  expect(await shown()).toEqual(told.notices)
  hall.clock.to('2026-06-13T01:40:00.000Z')
  expect(await shown()).toEqual(['周五下午停电，请上午来办', '明天才有', '第二条'])
  hall.clock.to('2026-06-14T01:40:00.000Z')
  expect(await shown()).toEqual(['第二条'])
})

test('[U40] a notice is stopped and never deleted, and each of its versions is in the journal', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const { body: made } = await admin.command('/api/notices', PAGE)
  const changed = { ...PAGE, text: '周五全天停电', expectedVersion: 1 }
  expect((await admin.command(`/api/notices/${made.id}/change`, changed)).body.version).toBe(2)
  expect(await admin.command(`/api/notices/${made.id}/change`, changed)).toMatchObject(
    refused('notice.changed'),
  )
  await admin.command(`/api/notices/${made.id}/stop`, { expectedVersion: 2 })
  expect((await hall.anonymous.get('/api/hall')).body.notices).toEqual([])
  expect((await admin.get('/api/notices')).body.items).toMatchObject([
    { text: '周五全天停电', version: 3, stoppedAt: hall.clock.now() },
  ])
  expect(
    await admin.command(`/api/notices/${made.id}/change`, { ...changed, expectedVersion: 3 }),
  ).toMatchObject(refused('notice.stopped'))
  const texts = ['notice.published', 'notice.changed', 'notice.stopped'].flatMap((type) =>
    journalOf(hall, type).map(({ text }) => text),
  )
  expect(texts).toEqual(['周五下午停电，请上午来办', '周五全天停电', '周五全天停电'])
})

test.each([
  ['of 35 characters', { ...PAGE, text: '字'.repeat(35) }],
  ['of blanks alone', { ...PAGE, text: '   ' }],
  ['that ends before it begins', { ...PAGE, toOn: '2026-06-11' }],
])('[U40] a notice %s is not taken', async (_, page) => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  expect(await admin.command('/api/notices', page)).toMatchObject({ status: 400 })
  expect((await admin.command('/api/notices', { ...PAGE, text: '𠮷'.repeat(34) })).status).toBe(200)
})
