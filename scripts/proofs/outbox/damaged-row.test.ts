import { newCommandId } from '@counter/shared/client/commands'
import type { LostSyncBody } from '@counter/shared/contract/lost-phone'
import type { VillageHeader } from '@counter/shared/contract/village'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import type { VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { withDamaged } from '../../../clerk-ui/src/outbox/damaged.ts'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { countExport } from '../../../clerk-ui/src/outbox/export-file.ts'
import { handOverLost } from '../../../clerk-ui/src/outbox/lost-phone.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { submissionOf } from '../badlink/submission.ts'
import { brought, exported, statusesOf } from './exported.fixture.ts'
import { lineTo } from './hall-line.ts'
import { aPhone, type ModelPhone } from './model-phone.ts'

/** One bit of what lies there sealed is another one now, as a worn chip leaves it. */
async function damage({ id }: Pick<VillageHeader, 'id'>): Promise<void> {
  await villageBook.write(['commands'], async (tx) => {
    const commands = tx.objectStore('commands')
    const row = await commands.get(id)
    if (row?.envelope == null) throw new Error('there is nothing to damage')
    const data = new Uint8Array(row.envelope.data.slice(0))
    data[0] = (data[0] ?? 0) ^ 1
    await commands.put({ ...row, envelope: { ...row.envelope, data: data.buffer } })
  })
}

/** Three registrations wait for a network, and the second one has come to harm. */
async function threeWaiting() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  await villageBook.erase().catch(() => undefined)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  phone.line.way = 'lost'
  const before = await phone.register(1)
  const bad = await phone.register(2)
  const after = await phone.register(3)
  await damage(bad)
  return { hall, device, phone, before, bad, after }
}

type Waiting = Awaited<ReturnType<typeof threeWaiting>>

const itemsOn = (phone: ModelPhone) =>
  (phone.tabs[0]?.getState().outbox ?? []).map(({ header, state, answer }) => [
    header.number,
    state,
    answer?.code,
  ])

test('[V44, V36, V95] what lies damaged on the phone goes to its agent, the others go out, and sent anew it keeps its number', async () => {
  const { hall, phone, before, bad, after } = await threeWaiting()
  await phone.settle()
  expect(itemsOn(phone)).toEqual([
    [before.number, 'done', null],
    [bad.number, 'attention', 'command.unreadable'],
    [after.number, 'done', null],
  ])
  expect(await deviceDisk.numbers()).not.toContain(bad.number)

  const { facts, photos } = submissionOf(7, 2, bad.pointId, '2026-07-12' as PlainDate)
  const named = photos.map((photo) => ({
    ...photo,
    size: photo.content.length,
    mime: 'image/jpeg' as const,
  }))
  const again: VillageFacts = {
    type: 'case.register',
    itemVersion: 1,
    payload: { ...facts, secrets: newSlipSecrets() },
  }
  const form = { slot: 'new', content: {}, replaces: bad.id }
  expect((await phone.capture(again, bad.caseId, named, form)).number).toBe(bad.number)
  await phone.settle()
  expect(itemsOn(phone).map(([, state]) => state)).toEqual(['done', 'done', 'done'])
  const { row } = (await (await hall.clerkAt(1)).get(`/api/cases/${bad.caseId}`)).body
  expect(row.number).toBe(bad.number)
})

test('[V79, V44] a file that is made for the desk holds all that can be read', async () => {
  const { hall, device, phone, bad } = await threeWaiting()
  const file = await exported(hall, device, phone)
  const seen = statusesOf(await brought(await hall.clerkAt(1), file, 'look'))
  expect(seen.filter((line) => line === 'command new')).toHaveLength(2)
  const known = await outboxDisk.change((outbox) => withDamaged(outbox, [bad.id], 0))
  expect(countExport(known).commands).toBe(2)
})

/** The phone was reported lost and is heard of again; locked, as it was found. */
async function reportedLost({ hall, device, phone }: Pick<Waiting, 'hall' | 'device' | 'phone'>) {
  phone.lock()
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${device.deviceId}/lost`, { reason: '丢了' })
  const line = lineTo(hall, 'lost')
  line.caller = await device.lost()
  const said: LostSyncBody[] = []
  const photos: string[] = []
  const handed = new Set<string>()
  const report = () =>
    handOverLost({
      disk: outboxDisk,
      device: deviceDisk,
      handed,
      prove: async () => true,
      sync(body) {
        said.push(body)
        return line.sync(body)
      },
      files: {
        head(sha256) {
          photos.push(sha256)
          return line.files.head(sha256)
        },
        put: line.files.put,
      },
      deviceNow: () => instantOf(toMs(hall.clock.now())),
      newNonce: newCommandId,
    })
  const waiting = async (): Promise<readonly (readonly [string, string])[]> =>
    (await supervisor.get('/api/village-attention')).body.items.map(
      ({ id, code }: { id: string; code: string }) => [id, code],
    )
  return { supervisor, report, said, photos, waiting }
}

const idsIn = ({ commands }: LostSyncBody) => commands.map(({ header }) => (header as VillageHeader).id)

test('[V80, V84, V44, V62] a lost phone hands over once what can be read, names the rest, gives its numbers back, and rests', async () => {
  const { bad, before, after, ...lost } = await threeWaiting()
  const { supervisor, report, said, photos, waiting } = await reportedLost(lost)
  expect(await report()).toBe('rests')
  expect(await waiting()).toEqual([
    [before.id, 'device.lost'],
    [bad.id, 'command.unreadable'],
    [after.id, 'device.lost'],
  ])
  expect(await deviceDisk.numbers()).toEqual([])
  const { phones: gone } = (await supervisor.get('/api/points/paper-work')).body
  const unseen = gone.flatMap(({ numbers }: { numbers: { number: string }[] }) => numbers)
  expect(unseen.map(({ number }: { number: string }) => number)).toEqual([
    before.number,
    bad.number,
    after.number,
  ])

  const [words, pictures] = [said.length, photos.length]
  expect(await report()).toBe('rests')
  expect(said.slice(words).map(idsIn)).toEqual([[bad.id]])
  // Its photos open still, and are there since the first time.
  expect(new Set(photos)).toEqual(
    new Set([before, bad, after].flatMap(({ files }) => files.map(({ sha256 }) => sha256))),
  )
  expect(photos.slice(pictures)).toEqual([])

  await supervisor.command(`/api/village-attention/${bad.id}/solve`, {
    how: 'reject',
    reason: '按回执补录了',
  })
  expect(await report()).toBe('empty')
})

test('[V80, V84] a lost phone is not erased while all that lies on it opens no more, a note without a number among it', async () => {
  const { hall, device, phone, before, bad, after } = await threeWaiting()
  const note = await phone.note(before.caseId, '还在路上')
  for (const each of [before, after, note]) await damage(each)
  const { report, waiting } = await reportedLost({ hall, device, phone })
  expect(await report()).toBe('rests')
  const named = [before, bad, after, note].map(({ id }) => id)
  expect(await waiting()).toEqual(named.map((id) => [id, 'command.unreadable']))
  expect((await outboxDisk.read()).map(({ header }) => header.id)).toEqual(named)
})
