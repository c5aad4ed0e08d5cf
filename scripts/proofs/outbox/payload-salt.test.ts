import { newCommandId } from '@counter/shared/client/commands'
import type { LostSyncAnswer } from '@counter/shared/contract/lost-phone'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { unsalted } from '@counter/shared/vocabulary/payload-salt'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import type { Capture } from '../../../clerk-ui/src/outbox/capture.ts'
import { freeze } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { sha256Hex } from '../../../clerk-ui/src/outbox/hash.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { vault } from '../../../clerk-ui/src/outbox/vault.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { handOver } from '../../../counter-server/test/lost-phone.fixture.ts'
import type { DiskImage } from '../badlink/disk-image.ts'
import { brought, exported, statusesOf } from './exported.fixture.ts'
import { aKeptPhone } from './kept-phone.ts'
import type { ModelPhone } from './model-phone.ts'
import { textOn } from './text-on-disk.ts'

/** Ten thousand phones, one of which the case was put right with: what a thief tries out. */
const TRIED = Array.from({ length: 10_000 }, (_, n) => `1990000${String(n).padStart(4, '0')}`)
const AT = instantOf(Date.UTC(2026, 5, 12, 1, 40))
const RIGHT = { phone: '19900000042' }

const statesOf = (phone: ModelPhone) => phone.tabs[0]?.getState().outbox.map(({ state }) => state)

/** The phone numbers that a hash on this disk gives away. */
async function givenAway(image: DiskImage): Promise<string[]> {
  const text = textOn(image)
  const hashes = await Promise.all(TRIED.map((phone) => sha256Hex(canonicalJson({ phone }))))
  return TRIED.filter((_, place) => text.includes(hashes[place] ?? ''))
}

/** A fact as a page froze it before there were salts. */
async function bareCapture(facts: Parameters<typeof freeze>[0], caseId: CaseId): Promise<Capture> {
  const authorId = vault.getState().staffId as StaffId
  const place = {
    ...newCommandMark(),
    authorId,
    caseId,
    pointId: '05' as never,
    capturedAt: AT,
    baseRev: null,
  }
  const { header: named } = await freeze(facts, [], place)
  const { authorId: _since, ...header } = named
  const payloadHash = await sha256Hex(canonicalJson(facts.payload))
  const what = { photos: [], title: '', slip: null, form: null, author: authorId }
  return { ...what, header: { ...header, payloadHash }, payload: facts.payload }
}

test('[V29] a phone number that was put right cannot be tried out against the hash, neither while it waits nor afterwards', async () => {
  const hall = await startHall()
  const { phone, image } = await aKeptPhone(hall)
  const { caseId } = await phone.register(1)
  await phone.settle()
  phone.line.way = 'lost'
  const edit = await phone.capture({ type: 'case.edit', payload: RIGHT }, caseId)
  const { salt } = unsalted(await outboxDisk.payloadOf(edit.id))
  phone.lock()
  expect(textOn(image)).toContain(edit.payloadHash)
  expect(await givenAway(image)).toEqual([])
  expect(textOn(image)).not.toContain(salt)
  await phone.unlock()
  await phone.settle()
  expect(new Set(statesOf(phone))).toEqual(new Set(['done']))
  expect(textOn(image)).toContain(edit.payloadHash)
  expect(await givenAway(image)).toEqual([])
  expect(textOn(image)).not.toContain(salt)
})

test('[V29] whoever tries it out where a page of before froze it without a salt finds it (R41)', async () => {
  const hall = await startHall()
  const { phone, image } = await aKeptPhone(hall)
  const { caseId } = await phone.register(1)
  phone.line.way = 'lost'
  await outboxDisk.keep(await bareCapture({ type: 'case.edit', payload: RIGHT }, caseId), 0)
  expect(await givenAway(image)).toEqual([RIGHT.phone])
})

test('[V29, V58, V79] what was frozen before there were salts arrives beside the rest, by the line or by a file', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const { phone } = await aKeptPhone(hall)
  const { caseId } = await phone.register(1)
  await phone.settle()
  phone.line.way = 'lost'
  await outboxDisk.keep(await bareCapture({ type: 'note.add', payload: { text: '从前的' } }, caseId), 0)
  await phone.note(caseId, '现在的')
  const lines = await exported(hall, device, phone)
  const statuses = statusesOf(await brought(await hall.clerkAt(1), lines, 'take'))
  expect(statuses.filter((each) => each.startsWith('command'))).toEqual([
    'command applied',
    'command applied',
  ])
  await outboxDisk.keep(await bareCapture({ type: 'note.add', payload: { text: '又一条' } }, caseId), 0)
  await phone.settle()
  expect(new Set(statesOf(phone))).toEqual(new Set(['done']))
})

test('[V29, V80, V44] a lost phone hands over what has a salt and what has none, and keeps what has a bad one', async () => {
  const hall = await startHall()
  const device = await hall.phone('05')
  const agent = await device.signIn('v05')
  const author = (await agent.get('/api/sessions/own')).body.staffId as StaffId
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${device.deviceId}/lost`, { reason: '掉在河里' })
  const caseId = newCommandId() as string as CaseId
  const place = { authorId: author, caseId, pointId: '05' as never, capturedAt: AT }
  const facts = { type: 'note.add', payload: { text: '还在路上' } } as const
  const good = await freeze(facts, [], { ...newCommandMark(), ...place })
  const short = await freeze(facts, [], { ...newCommandMark(), salt: 'AAAA' as never, ...place })
  const bare = await bareCapture(facts, caseId)
  const commands = [good, short, bare].map(({ header, payload }, place) => ({
    header: { ...header, seq: place + 1, after: null },
    payload: { ...(payload as object) },
  }))
  const { results, wipe } = (await handOver(await device.lost(), commands, { author })) as LostSyncAnswer
  expect(results.map(({ isKept }) => isKept)).toEqual([true, false, true])
  expect(wipe).toBe(false)
})
