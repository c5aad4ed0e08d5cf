import { newCommandId } from '@counter/shared/client/commands'
import type { LostSyncBody } from '@counter/shared/contract/lost-phone'
import type { VillageHeader } from '@counter/shared/contract/village'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import type { PartAnswer } from '../../../clerk-ui/src/outbox/file-parts.ts'
import { handOverLost } from '../../../clerk-ui/src/outbox/lost-phone.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { type Hall, startHall } from '../../../counter-server/test/app.ts'
import { openLostSession } from '../../../counter-server/test/enrolled.ts'
import { backUp, hallOf } from '../../backup/restored-hall.fixture.ts'
import type { Submission } from '../badlink/submission.ts'
import { lineTo } from './hall-line.ts'
import { aPhone } from './model-phone.ts'

type Registration = Submission['facts']
const DAY_MS = 86_400_000

// The lost phone proves its key to a hall that was restored.
async function lostAt(hall: Hall, device: Parameters<typeof openLostSession>[1]) {
  const { status, headers } = await openLostSession(hall.anonymous, device)
  expect(status).toBe(200)
  const cookie = String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? ''
  return hall.sameDevice('lost', { cookie })
}

/** A locked phone whose supervisor has just reported it lost: what stands between it and the hall may be changed. */
async function aLostPhone() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  phone.line.way = 'lost'
  const supervisor = await hall.roleCaller('supervisor')
  const line = lineTo(hall, 'lost')
  const handed = new Set<string>()
  const between = {
    isThere: true,
    hall,
    said: (body: LostSyncBody) => body,
    put: (_sha256: string): PartAnswer | null => null,
  }
  return {
    hall,
    device,
    phone,
    supervisor,
    line,
    between,
    async lose() {
      phone.lock()
      await supervisor.command(`/api/devices/${device.deviceId}/lost`, { reason: '丢了' })
    },
    handOver: () =>
      handOverLost({
        disk: outboxDisk,
        device: deviceDisk,
        handed,
        async prove() {
          if (!between.isThere) return false
          line.hall = between.hall
          line.caller = between.hall === hall ? await device.lost() : await lostAt(between.hall, device)
          return true
        },
        sync: (body) => line.sync(between.said(body)),
        files: {
          head: line.files.head,
          put: async (sha256, part) => between.put(sha256) ?? line.files.put(sha256, part),
        },
        deviceNow: () => instantOf(toMs(hall.clock.now())),
        newNonce: newCommandId,
      }),
    async waiting(at = hall) {
      // Days may have gone by since the first session.
      const { items } = (await (await at.roleCaller('supervisor')).get('/api/village-attention')).body
      return items.map(({ id, code }: { id: string; code: string }) => [id, code])
    },
  }
}

test('[V80, V84, V34] a lost phone hands over by itself what nobody had sent, locked, with its photos, and only then may go', async () => {
  const { phone, supervisor, line, between, lose, handOver, waiting } = await aLostPhone()
  const kept = await phone.register(1)
  const note = await phone.note(kept.caseId, '还在路上')
  await lose()

  between.isThere = false
  expect(await handOver()).toBe('silent')
  between.isThere = true
  line.way = 'answer_lost'
  expect(await handOver()).toBe('silent')
  line.way = 'whole'
  expect(await handOver()).toBe('empty')

  expect(await waiting()).toEqual([
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

test('[V44, V80, V84] what the centre cannot read or take now keeps nothing else from it, and the lost phone from its end', async () => {
  const { phone, line, between, lose, handOver, waiting } = await aLostPhone()
  const first = await phone.register(1)
  const notes: VillageHeader[] = []
  for (const word of ['一', '二', '三', '四', '五', '六', '七'])
    notes.push(await phone.note(first.caseId, `第${word}句`))
  await lose()
  const [unread] = notes
  const [full, free] = first.files.map(({ sha256 }) => sha256)
  between.said = (body) => ({
    ...body,
    commands: body.commands.map((command) =>
      (command.header as VillageHeader).id === unread?.id ? { ...command, payload: '断' } : command,
    ),
  })
  between.put = (sha256) =>
    sha256 === full ? { status: 500, offset: null, isComplete: false, code: 'fault' } : null
  expect(await handOver()).toBe('rests')
  const all = [first, ...notes].map(({ id }) => [
    id,
    id === unread?.id ? 'command.unreadable' : 'device.lost',
  ])
  expect(await waiting()).toEqual(all)
  expect(await line.files.head(free ?? '')).toMatchObject({ isComplete: true })
  expect(await line.files.head(full ?? '')).toMatchObject({ isComplete: false })

  between.said = (body) => body
  expect(await handOver()).toBe('rests')
  expect((await waiting()).map(([, code]: [string, string]) => code)).toEqual(all.map(() => 'device.lost'))
  between.put = () => null
  expect(await handOver()).toBe('empty')
  expect(await line.files.head(full ?? '')).toMatchObject({ isComplete: true })
})

test('[V80, V84, V67] an entry that a full day turned away brings its photos when it is taken, before the lost phone may go', async () => {
  const { hall, device, phone, line, lose, handOver, waiting } = await aLostPhone()
  const kept = await phone.register(1)
  await lose()
  await hall.server.counter.deps.store.write(({ sql }) =>
    sql
      .prepare('INSERT OR REPLACE INTO village_day (day, device, commands) VALUES (?, ?, 500)')
      .run(civilDate(hall.clock.now()), device.deviceId),
  )
  expect(await handOver()).toBe('rests')
  expect(await waiting()).toEqual([])

  hall.clock.forward(DAY_MS)
  expect(await handOver()).toBe('empty')
  expect(await waiting()).toEqual([[kept.id, 'device.lost']])
  expect(kept.files).toHaveLength(2)
  for (const { sha256 } of kept.files)
    expect(await line.files.head(sha256)).toMatchObject({ isComplete: true })
})

test('[V68, V80, V62] a day that is full of photos asks for none after the first, and the numbers go back all the same', async () => {
  const { phone, line, between, lose, handOver } = await aLostPhone()
  const kept = await phone.register(1)
  await lose()
  const offered: string[] = []
  between.put = (sha256) => {
    offered.push(sha256)
    return { status: 429, offset: null, isComplete: false, code: 'file.day_full' }
  }
  expect(await deviceDisk.numbers()).not.toEqual([])
  expect(await handOver()).toBe('rests')
  expect(offered).toEqual(kept.files.slice(0, 1).map(({ sha256 }) => sha256))
  expect(await deviceDisk.numbers()).toEqual([])

  between.put = () => null
  expect(await handOver()).toBe('empty')
  for (const { sha256 } of kept.files)
    expect(await line.files.head(sha256)).toMatchObject({ isComplete: true })
})

test('[V57, V80, V84] what a centre lost that was put back to a backup is handed over once more, before the lost phone may go', async () => {
  const { hall, device, phone, line, between, lose, handOver, waiting } = await aLostPhone()
  const kept = await phone.register(1)
  const note = await phone.note(kept.caseId, '还在路上')
  await lose()
  const backup = await backUp(hall)
  const stranger = device.deviceId as string as StaffId
  between.said = (body) => ({
    ...body,
    commands: body.commands.map((command) =>
      (command.header as VillageHeader).id === note.id ? { ...command, author: stranger } : command,
    ),
  })
  expect(await handOver()).toBe('rests')

  between.hall = await hallOf(hall, backup)
  between.said = (body) => body
  expect(await handOver()).toBe('empty')
  expect(await waiting(between.hall)).toEqual([
    [kept.id, 'device.lost'],
    [note.id, 'device.lost'],
  ])
  for (const { sha256 } of kept.files)
    expect(await line.files.head(sha256)).toMatchObject({ isComplete: true })
})

test('[V80, V53] a phone that is found sends by itself what was entered again from its slip, and it is the same case', async () => {
  const { device, phone, supervisor, lose } = await aLostPhone()
  const kept = await phone.register(1)
  const note = await phone.note(kept.caseId, '还在路上')
  const { item, applicant } = (await outboxDisk.payloadOf(kept.id)) as Registration
  await lose()
  const paper = { item, applicant, materials: [], number: kept.number }
  const entered = await supervisor.command('/api/points/paper-work/cases', paper)
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)

  await supervisor.command(`/api/devices/${device.deviceId}/found`, { reason: '找到了' })
  await device.again()
  phone.line.caller = await device.signIn('v05')
  phone.line.way = 'whole'
  await phone.settle()
  const stateOf = (id: string) =>
    phone.tabs[0]?.getState().outbox.find(({ header }) => header.id === id)?.state
  expect([stateOf(kept.id), stateOf(note.id)]).toEqual(['merged', 'done'])
  const { items } = (await supervisor.get('/api/log-book?village=05')).body
  expect(items.map(({ case: line }: { case: { id: string } }) => line.id)).toEqual([entered.body.case.row.id])
  const { body } = await supervisor.get(`/api/cases/${entered.body.case.row.id}`)
  expect(body.otherFiles.length + body.materials.flatMap(({ files }: { files: [] }) => files).length).toBe(1)
  expect(JSON.stringify(body)).toContain('还在路上')
})
