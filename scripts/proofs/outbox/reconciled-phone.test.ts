import { toMs } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { aPhone } from './model-phone.ts'

const DAY_MS = 86_400_000

test('[V56, V47] green-means-there: the centre lost a row without a new epoch, and the phone finds out within a day', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  phones.set('05', (await hall.phone('05')).door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  const [kept, lost] = [await phone.register(1), await phone.register(2)]
  await phone.settle()
  const [tab] = phone.tabs
  await tab?.getState().hello()
  expect(tab?.getState().lost).toEqual([])

  // A fault of a disk, not a restore: the store goes on under the same name.
  await hall.server.counter.deps.store.write(({ sql }) => {
    sql.prepare('DELETE FROM receipt WHERE command_id = ?').run(lost.id)
  })
  await tab?.getState().hello()
  expect(tab?.getState().lost).toEqual([])
  phone.wait(DAY_MS)
  hall.clock.forward(DAY_MS)
  await tab?.getState().hello()
  expect(tab?.getState().lost.map(({ id, number }) => [id, number])).toEqual([[lost.id, lost.number]])

  // Entered again from paper, it is asked for no more; the other one stays received.
  await tab?.getState().settleLost(lost.id)
  const compared: unknown[] = []
  const { sync } = phone.line
  phone.line.sync = async (body) => {
    if ('outbox' in body) compared.push(body.have?.count, body.known)
    return sync(body)
  }
  phone.wait(DAY_MS)
  hall.clock.forward(DAY_MS)
  await tab?.getState().hello()
  expect(compared).toEqual([1, undefined])
  expect(tab?.getState().lost).toEqual([])
  expect((await tab?.getState().disk.stubs())?.map(({ id }) => id)).toContain(kept.id)
})

test('[V38, V56, V78] a phone some months fast forgets nothing of what it was told is stored; 90 days of the centre’s clock do', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  phones.set('05', (await hall.phone('05')).door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  const { id } = await phone.register(1)
  await phone.settle()
  phone.setClock(120 * DAY_MS)
  // The other tab hears the centre for the first time, as a page does that has just begun.
  const [, tab] = phone.tabs
  expect(tab?.getState().clockAheadMs).toBeNull()
  await tab?.getState().hello()
  const left = async () => (await outboxDisk.stubs()).map((stub) => stub.id)
  expect(await left()).toEqual([id])
  const storedMs = toMs(hall.clock.now())
  await outboxDisk.forgetOldStubs(storedMs + 90 * DAY_MS)
  expect(await left()).toEqual([id])
  await outboxDisk.forgetOldStubs(storedMs + 91 * DAY_MS)
  expect(await left()).toEqual([])
})
