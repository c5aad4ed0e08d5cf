import { expect, test } from 'vitest'
import { type Caller, startHall } from './app.ts'
import { deskAt, journalOf, newId, refused } from './desk.ts'

const change = (admin: Caller, key: string, value: unknown, commandId = newId()) =>
  admin.command(`/api/settings/${key}`, { value, reason: '镇里开会定的' }, commandId)

test('[C1502] an administrator reads every setting and changes one, with a reason, for good', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const before = (await admin.get('/api/settings')).body.items
  expect(before).toContainEqual({ key: 'call.max', value: 5, since: null, history: [] })

  hall.clock.forward(60_000)
  const commandId = newId()
  const changed = await change(admin, 'call.max', 3, commandId)
  const at = '2026-06-12T01:41:00.000Z'
  expect(changed.body).toEqual({
    key: 'call.max',
    value: 3,
    since: at,
    history: [{ from: 5, to: 3, at, by: expect.any(String), reason: '镇里开会定的' }],
  })
  expect((await change(admin, 'call.max', 3, commandId)).body).toEqual(changed.body)
  expect(journalOf(hall, 'setting.changed')).toEqual([{ from: 5, to: 3, reason: '镇里开会定的', since: at }])
  const later = await hall.restart()
  const again = await later.roleCaller('admin')
  expect((await again.get('/api/settings')).body.items).toContainEqual(changed.body)
})

test('[C1502] what is unknown, out of range or without a reason changes nothing', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  expect(await change(admin, 'no.such', 3)).toMatchObject(refused('setting.not_found', 404))
  expect(await change(admin, 'call.max', 21)).toMatchObject({
    ...refused('setting.out_of_range'),
    body: { params: { from: 1, to: 20 }, message: '超出可选范围：1 到 20' },
  })
  expect(await change(admin, 'line.classSeries', 1)).toMatchObject(refused('setting.out_of_range'))
  expect(await admin.command('/api/settings/call.max', { value: 4, reason: ' ' })).toMatchObject(
    refused('reason.required'),
  )
  expect(journalOf(hall, 'setting.changed')).toEqual([])
})

test('[C1502, Q14] a new head start binds only the numbers issued afterwards, also when their class changes', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const desk = await deskAt(hall, 1)
  const early = await desk.take('relief', 'priority')
  hall.clock.forward(60_000)
  await change(admin, 'class.headStart', 5)
  hall.clock.forward(60_000)
  const late = await desk.take('relief')
  await desk.act(early.ticketId, 'reclass', { cls: 'ordinary', reason: '点错了' })
  const keys = hall.server.counter.deps.store.read((tx) =>
    tx.sql
      .prepare('SELECT call_key - base_ms FROM ticket WHERE id IN (?, ?) ORDER BY issue_order')
      .pluck()
      .all(early.ticketId, late.ticketId),
  )
  expect(keys).toEqual([20 * 60_000, 5 * 60_000])
})

test('[C1502, Q25] a limit of the acts holds from the next press on', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const desk = await deskAt(hall, 1)
  const { ticketId } = await desk.take()
  await desk.next()
  hall.clock.forward(10_000)
  expect((await desk.act(ticketId, 'recall')).status).toBe(200)
  await change(admin, 'call.max', 2)
  hall.clock.forward(10_000)
  expect(await desk.act(ticketId, 'recall')).toMatchObject(refused('call.limit'))
})
