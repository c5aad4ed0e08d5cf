import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { afterEach, expect, test, vi } from 'vitest'
import { newCaseSlot, readDrafts, saveDraft } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { keepPhoneKey } from '../../../clerk-ui/src/outbox/phone-key.ts'
import { learnSealingKey } from '../../../clerk-ui/src/outbox/sealing-key.ts'
import {
  allowNewPin,
  beginAnew,
  dataKey,
  findRecoveryCopy,
  hasErasedSlot,
  lock,
  readVault,
  setPin,
  unlock,
  vault,
} from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { usePhone } from '../../../clerk-ui/src/screens/village/village-phone.ts'
import { recoverDrafts } from '../../../clerk-ui/src/screens/village/village-recovery.ts'
import { type Caller, type Hall, type Phone, startHall } from '../../../counter-server/test/app.ts'
import { keyOf } from './exported.fixture.ts'
import { aPhone, type ModelPhone } from './model-phone.ts'

const DRAFT = { name: '示例甲', idNo: '11010519491231002X' }
const SLOT = newCaseSlot('0190aaaa-0000-7000-8000-0000000000c1' as CaseId)
const PHOTO = { sha256: 'a'.repeat(64), content: Uint8Array.of(1, 2, 3) }

afterEach(() => vi.unstubAllGlobals())

/** A phone whose page asks the hall's own routes; `heard` is null while there is no line. */
async function anEnrolledPhone() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  await keepPhoneKey({ deviceId: device.deviceId, privateKey: await keyOf(device) })
  usePhone.setState({ standing: 'enrolled', problem: null })
  const { staffId } = vault.getState()
  if (staffId === null) throw new Error('nobody is signed in')
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => answered(path, init, { device, phone }))
  return { hall, device, phone, staffId }
}

async function answered(
  path: string,
  { method, body, headers }: RequestInit,
  { device, phone }: { readonly device: Phone; readonly phone: ModelPhone },
): Promise<Response> {
  const caller: Caller | null =
    new Headers(headers).get('x-actor') === 'village' ? device.door : phone.line.caller
  if (caller === null) throw new TypeError('no line')
  const said = body === undefined ? {} : (JSON.parse(String(body)) as object)
  const answer = await (method === 'POST' ? caller.post(path, said) : caller.get(path))
  return Response.json(answer.body, { status: answer.status })
}

async function tenWrongPins(hall: Hall, staffId: StaffId): Promise<void> {
  let now = toMs(hall.clock.now())
  lock()
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await unlock(staffId, '864213', now)).toBe(false)
    now += 16 * 60_000
  }
  expect(vault.getState().phase).toBe('erased')
}

/** What the tenth wrong PIN leaves; ten of them are slow on purpose (V33). */
async function eraseSlot(staffId: StaffId): Promise<void> {
  await villageBook.write(['vault'], async (tx) => {
    const slots = tx.objectStore('vault')
    const slot = await slots.get(staffId)
    if (slot !== undefined) await slots.put({ ...slot, fails: 10, wrapped: null })
  })
  await readVault(staffId)
}

async function codeOf(hall: Hall): Promise<string> {
  const supervisor = await hall.roleCaller('supervisor')
  const asked = { kind: 'village', name: '石桥村手机', village: '05' }
  return (await supervisor.command('/api/enrolments', asked)).body.code
}

test('[V33, V34] ten wrong PINs close the drafts, what waits goes out, and the supervisor’s code brings them back', async () => {
  const { hall, phone, staffId } = await anEnrolledPhone()
  // The first PIN was chosen before the centre's key was heard; the copy is made the next time it opens.
  expect(await findRecoveryCopy(staffId)).toBeNull()
  await learnSealingKey()
  lock()
  expect(await unlock(staffId, '246810', 0)).toBe(true)
  const copy = await findRecoveryCopy(staffId)
  expect(copy?.box).toHaveLength(127)
  await saveDraft(
    { author: staffId, slot: SLOT },
    { content: DRAFT, photos: [PHOTO] },
    { at: 0, isHeard: false },
  )
  phone.line.way = 'lost'
  await phone.register(1)

  await tenWrongPins(hall, staffId)
  expect(await unlock(staffId, '246810', 0)).toBe(false)
  expect(await hasErasedSlot()).toBe(true)
  expect((await villageBook.find('vault', staffId))?.wrapped).toBeNull()
  await phone.settle()
  expect(phone.tabs[0]?.getState().outbox.map(({ state }) => state)).toEqual(['done'])

  phone.line.caller = await hall.signIn('v05')
  await allowNewPin()
  expect(vault.getState().phase).toBe('sealed')
  expect(await recoverDrafts(staffId, 'ABCD-2345')).toMatchObject({ code: 'enrol.code_wrong' })
  expect(vault.getState().phase).toBe('sealed')
  const code = await codeOf(hall)
  expect(await recoverDrafts(staffId, code)).toBeNull()
  expect(dataKey()).toBeNull()
  await setPin(staffId, '975310')
  const [draft] = await readDrafts(staffId)
  expect(draft?.content).toEqual(DRAFT)
  expect(await draft?.photo(PHOTO.sha256)).toEqual(PHOTO.content)
  expect(phone.tabs[0]?.getState().outbox).toHaveLength(1)

  lock()
  expect(await unlock(staffId, '246810', 0)).toBe(false)
  expect(await unlock(staffId, '975310', 0)).toBe(true)
  expect(await readDrafts(staffId)).toHaveLength(1)
  expect(await hasErasedSlot()).toBe(false)
  // The same copy goes with the key, and a code is good once.
  await eraseSlot(staffId)
  await allowNewPin()
  expect(await recoverDrafts(staffId, code)).toMatchObject({ code: 'enrol.code_spent' })
  expect(vault.getState().phase).toBe('sealed')
})

test('[V34] a page that is closed between the code and the new PIN has the copy still; who begins anew leaves the drafts', async () => {
  const { hall, phone, staffId } = await anEnrolledPhone()
  await learnSealingKey()
  lock()
  await unlock(staffId, '246810', 0)
  await saveDraft({ author: staffId, slot: SLOT }, { content: DRAFT, photos: [] }, { at: 0, isHeard: false })
  await eraseSlot(staffId)
  phone.line.caller = await hall.signIn('v05')
  await allowNewPin()
  expect(await recoverDrafts(staffId, await codeOf(hall))).toBeNull()
  lock()
  expect(await hasErasedSlot()).toBe(true)
  beginAnew()
  await setPin(staffId, '975310')
  expect(await readDrafts(staffId)).toEqual([])
})

test('[V34, V80] a phone that was reported lost meanwhile is told so, and its drafts stay closed', async () => {
  const { hall, device, phone, staffId } = await anEnrolledPhone()
  await learnSealingKey()
  lock()
  await unlock(staffId, '246810', 0)
  await eraseSlot(staffId)
  phone.line.caller = await hall.signIn('v05')
  await allowNewPin()
  const code = await codeOf(hall)
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${device.deviceId}/lost`, { reason: '掉在河里' })
  expect(await recoverDrafts(staffId, code)).toEqual({ code: 'device.lost', params: {} })
  expect(await hasErasedSlot()).toBe(true)
})

test('[V34] a password of long ago is asked for once more before the key is given back', async () => {
  const { hall, phone, staffId } = await anEnrolledPhone()
  await learnSealingKey()
  lock()
  await unlock(staffId, '246810', 0)
  await eraseSlot(staffId)
  phone.line.caller = await hall.signIn('v05')
  await allowNewPin()
  hall.clock.forward(31 * 60_000)
  expect(await recoverDrafts(staffId, await codeOf(hall))).toMatchObject({ code: 'recovery.password_first' })
  expect(vault.getState().phase).toBe('erased')
})
