import { newCommandId } from '@counter/shared/client/commands'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { handOverLost } from '../../../clerk-ui/src/outbox/lost-phone.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { lineTo } from './hall-line.ts'
import { aPhone } from './model-phone.ts'

test('[V80, V84, V34] a lost phone hands over by itself what nobody had sent, locked, with its photos, and only then may go', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  phone.line.way = 'lost'
  const kept = await phone.register(1)
  const note = await phone.note(kept.caseId, '还在路上')
  phone.lock()
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${device.deviceId}/lost`, { reason: '丢了' })

  const line = lineTo(hall, 'lost')
  let isThere = false
  const handOver = () =>
    handOverLost({
      disk: outboxDisk,
      device: deviceDisk,
      async prove() {
        if (isThere) line.caller = await device.lost()
        return isThere
      },
      sync: (body) => line.sync(body),
      files: line.files,
      deviceNow: () => instantOf(toMs(hall.clock.now())),
      newNonce: newCommandId,
    })
  expect(await handOver()).toBe(false)
  isThere = true
  line.way = 'answer_lost'
  expect(await handOver()).toBe(false)
  line.way = 'whole'
  expect(await handOver()).toBe(true)

  const { items } = (await supervisor.get('/api/village-attention')).body
  expect(items.map(({ id, code }: { id: string; code: string }) => [id, code])).toEqual([
    [kept.id, 'device.lost'],
    [note.id, 'device.lost'],
  ])
  for (const { id } of [kept, note]) {
    const solved = await supervisor.command(`/api/village-attention/${id}/solve`, {
      how: 'apply',
      reason: '问过本人',
    })
    expect(solved.status, JSON.stringify(solved.body)).toBe(200)
  }
  const { row } = (await supervisor.get(`/api/cases/${kept.caseId}`)).body
  expect(row.number).toBe(kept.number)
  // Both photos lay on the phone alone; none is missing now.
  expect(row.flags).not.toContain('awaiting_files')
})
