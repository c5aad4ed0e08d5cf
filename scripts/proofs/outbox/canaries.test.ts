import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import { dropDraft, newCaseSlot, saveDraft } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { unlock, vault } from '../../../clerk-ui/src/outbox/vault.ts'
import { countRows } from '../../../counter-server/test/a-store.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { chanceOf } from '../../play/chance.ts'
import { newResident } from '../../play/residents.ts'
import { exported } from './exported.fixture.ts'
import { aKeptPhone } from './kept-phone.ts'
import type { ModelPhone } from './model-phone.ts'
import { textOn } from './text-on-disk.ts'

/** Ten residents with five values each that nobody may read from a locked phone. */
const RESIDENTS = Array.from({ length: 10 }, (_, place) => {
  const { idNo, phone } = newResident(chanceOf(20260612, `canary ${place}`))
  return {
    name: `金丝雀${place}号`,
    idNo,
    phone,
    address: `金丝巷${place}号东头`,
    note: `金丝备注${place}，住在坡上`,
  }
})
const CANARIES = RESIDENTS.flatMap((each) => Object.values(each))

const leaks = (text: string) => CANARIES.filter((canary) => text.includes(canary))

const stateOf = (phone: ModelPhone) => phone.tabs[0]?.getState().outbox.map(({ state }) => state)

function agentOf(): StaffId {
  const { staffId } = vault.getState()
  if (staffId === null) throw new Error('nobody is signed in')
  return staffId
}

test('[V33, V100] none of 50 values of residents is on a locked phone, and of what the centre has none on an open one', async () => {
  expect(new Set(CANARIES).size).toBe(50)
  const hall = await startHall()
  const { phone, image } = await aKeptPhone(hall)
  phone.line.way = 'lost'
  for (const [place, { note, ...applicant }] of RESIDENTS.entries()) {
    const { caseId } = await phone.register(place, applicant)
    await phone.note(caseId, note)
  }
  const place = { author: agentOf(), slot: newCaseSlot('0190aaaa-0000-7000-8000-0000000000c1' as CaseId) }
  await saveDraft(place, { content: RESIDENTS, photos: [] }, { at: 0, isHeard: false })
  phone.lock()
  expect(leaks(textOn(image))).toEqual([])
  // Whoever looks for them finds one that is there (R41).
  expect(leaks(textOn([image, new TextEncoder().encode(RESIDENTS[3]?.note)]))).toHaveLength(1)

  await phone.unlock()
  await dropDraft(place)
  await phone.settle()
  expect(new Set(stateOf(phone))).toEqual(new Set(['done']))
  expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 10 })
  const opened = await Promise.all(
    (await outboxDisk.read()).map(async (item) => ({
      item,
      payload: await outboxDisk.payloadOf(item.header.id),
      form: await outboxDisk.formOf(item.header.id),
      photos: await Promise.all(item.header.files.map(({ sha256 }) => outboxDisk.photoOf(sha256))),
    })),
  )
  expect(leaks(textOn(opened) + textOn(image))).toEqual([])
  for (const { payload, form, photos } of opened)
    expect([payload, form, ...photos].filter((each) => each !== null)).toEqual([])
})

test('[V34, V100] after ten wrong PINs nothing of the agent can be read, and what waits goes out all the same', async () => {
  const hall = await startHall()
  const { phone } = await aKeptPhone(hall)
  phone.line.way = 'lost'
  await phone.register(1)
  phone.lock()
  let now = toMs(hall.clock.now())
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await unlock(agentOf(), '864213', now)).toBe(false)
    now += 16 * 60_000
  }
  expect(vault.getState().phase).toBe('erased')
  expect(await unlock(agentOf(), '246810', now), instantOf(now)).toBe(false)
  await phone.settle()
  expect(stateOf(phone)).toEqual(['done'])
  expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 1 })
})

test('[S27, V36, V44, V100] of three items, one refused, one whose answer was lost and a good one, one waits for a person and two are done', async () => {
  const hall = await startHall()
  const { phone } = await aKeptPhone(hall)
  await phone.register(1, { village: '06' as never })
  await phone.register(2)
  phone.line.way = 'answer_lost'
  await phone.tabs[0]?.getState().sendNow()
  await phone.register(3)
  await phone.settle()
  expect(stateOf(phone)).toEqual(['attention', 'done', 'done'])
  expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 2 })
})

test('[V79, V100] none of 50 values of residents can be read in an export file', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const { phone } = await aKeptPhone(hall)
  phone.line.way = 'lost'
  for (const [place, { note, ...applicant }] of RESIDENTS.entries()) {
    const { caseId } = await phone.register(place, applicant)
    await phone.note(caseId, note)
  }
  const lines = await exported(hall, device, phone)
  expect(lines.length).toBeGreaterThan(20)
  expect(leaks(lines.join())).toEqual([])
  const bytes = lines.flatMap((line) => line.match(/[A-Za-z0-9+/_-]{40,}/g) ?? [])
  expect(leaks(bytes.map((each) => Buffer.from(each, 'base64').toString('utf8')).join())).toEqual([])
})
