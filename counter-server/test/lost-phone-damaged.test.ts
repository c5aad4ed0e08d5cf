import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { expect, test } from 'vitest'
import { journalOf } from './desk.ts'
import { aLostPhone, handOver } from './lost-phone.fixture.ts'
import { aRegistration, type Frozen, freeze, putFile, SIGNATURE, sha256, sync } from './village-fixture.ts'

const DAY_MS = 86_400_000

/** What lies on the phone of it still: its header. */
const damaged = ({ header }: Frozen): Frozen => ({ header, payload: null as never })

test('[V80, V84, V44] what opens no more on a lost phone is named once to its author and the supervisor, and keeps it until it is settled', async () => {
  const { hall, lost, other, numbers, staffId, items, supervisor } = await aLostPhone()
  const [slip] = numbers
  const bad = damaged(aRegistration({}, { number: slip }))
  const whole = aRegistration({}, { number: numbers[1], seq: 2 })
  const told = await handOver(lost, [bad, whole], { author: staffId })
  expect(told).toMatchObject({ results: [{ isKept: false }, { isKept: true }], wipe: false })
  const named = { id: bad.header['id'], code: 'command.unreadable', type: 'case.register', topic: slip }
  expect(await items()).toMatchObject([{ ...named, number: null, slipCase: null }, { code: 'device.lost' }])
  const own = (await other.get('/api/village-attention/own')).body.items
  expect(own.map(({ code, topic }: Record<string, unknown>) => [code, topic])).toEqual([
    ['command.unreadable', slip],
    ['device.lost', null],
  ])
  const journal = () => journalOf(hall, 'device.handed_over').length
  const before = journal()
  expect((await handOver(lost, [bad], { author: staffId })).wipe).toBe(false)
  expect(await items()).toHaveLength(2)
  expect(journal()).toBe(before)

  const at = `/api/village-attention/${bad.header['id']}`
  expect((await other.command(`${at}/confirm`, { isOwn: false })).body.code).toBe('request.not_found')
  const applied = await supervisor.command(`${at}/solve`, { how: 'apply', reason: '试' })
  expect(applied.body.code).toBe('command.malformed')
  const settled = await supervisor.command(`${at}/solve`, { how: 'reject', reason: '按回执补录了' })
  expect(settled.status, JSON.stringify(settled.body)).toBe(200)
  expect(await handOver(lost, [bad], { author: staffId })).toMatchObject({
    results: [{ isKept: true }],
    wipe: true,
  })
  expect(await items()).toHaveLength(1)
})

test('[V80, V67] the photos of what opens no more are taken, and lie with it until somebody has settled it', async () => {
  const { hall, lost, staffId } = await aLostPhone()
  const bad = damaged(aRegistration())
  expect((await putFile(hall, lost, SIGNATURE, 'lost')).status).toBe(404)
  await handOver(lost, [bad], { author: staffId })
  expect((await putFile(hall, lost, SIGNATURE, 'lost')).status).toBe(200)
  hall.clock.forward(40 * DAY_MS)
  await hall.server.jobs.run()
  expect(readdirSync(join(hall.dataDir, 'files'))).toHaveLength(1)
})

test('[V62, V80] the numbers on no slip go back although something damaged is left, and that on its slip stays on the list', async () => {
  const { lost, numbers, staffId, supervisor } = await aLostPhone()
  const bad = damaged(aRegistration({}, { number: numbers[0] }))
  await handOver(lost, [bad], { author: staffId })
  await handOver(lost, [], { author: staffId, free: numbers.slice(1), left: { commands: 1, files: 0 } })
  const { phones } = (await supervisor.get('/api/points/paper-work')).body
  expect(phones).toHaveLength(1)
  expect(phones[0].numbers.map(({ number }: { number: string }) => number)).toEqual([numbers[0]])
  expect(phones[0].onSlips).toBe(1)
})

test('[V80, V50] an entry that came whole before is not named as damaged, and one that was named is kept when it comes whole', async () => {
  const { lost, numbers, staffId, items } = await aLostPhone()
  const first = aRegistration({}, { number: numbers[0] })
  await handOver(lost, [first], { author: staffId })
  expect((await handOver(lost, [damaged(first)], { author: staffId })).results[0].isKept).toBe(true)
  const second = aRegistration({}, { number: numbers[1], seq: 2 })
  await handOver(lost, [damaged(second)], { author: staffId })
  expect((await handOver(lost, [second], { author: staffId })).results[0].isKept).toBe(true)
  expect((await items()).map(({ code }: { code: string }) => code)).toEqual(['device.lost', 'device.lost'])
})

test('[V80, V4] a note that opens no more is told with its case, and a stranger’s name or another point names nobody', async () => {
  const { lost, other, numbers, staffId, items } = await aLostPhone()
  const known = aRegistration({}, { number: numbers[0] })
  expect((await sync(other, [known])).results[0]).toMatchObject({ code: null })
  const note = freeze('note.add', { text: '补充' }, { caseId: known.header['caseId'], seq: 2 })
  const elsewhere = aRegistration({}, { pointId: '01', seq: 3 })
  await handOver(lost, [damaged(note), damaged(elsewhere)], { author: staffId })
  await handOver(lost, [damaged(aRegistration({}, { seq: 4 }))], {
    author: '0190aaaa-0000-7000-8000-0000000000ff',
  })
  const list = await items()
  expect(list).toHaveLength(1)
  expect(list[0]).toMatchObject({ id: note.header['id'], code: 'command.unreadable', topic: null })
  expect(list[0].number).toMatch(/^2026-05-/)
})

test('[V80, V30] what lies there whole in a form that this version does not know rests as it is until the next update', async () => {
  const { lost, staffId, items } = await aLostPhone()
  const payload = { text: '补充', salt: 'of another form' }
  const payloadHash = sha256(canonicalJson(payload))
  const otherSalt = { ...freeze('note.add', {}, { payloadHash }), payload }
  const newer = freeze('note.add', { text: '补充', heard: 'by a field of later' }, { seq: 2 })
  const told = await handOver(lost, [otherSalt, newer], { author: staffId })
  expect(told.results.map(({ isKept }: { isKept: boolean }) => isKept)).toEqual([false, false])
  expect(told.wipe).toBe(false)
  expect(await items()).toEqual([])
})

test('[V80, V45] what is larger than any form is named by its header, as what nobody can read', async () => {
  const { lost, staffId, items } = await aLostPhone()
  const large = freeze('note.add', { text: '补'.repeat(6000) })
  expect((await handOver(lost, [large], { author: staffId })).wipe).toBe(false)
  expect(await items()).toMatchObject([{ id: large.header['id'], code: 'command.unreadable' }])
})
