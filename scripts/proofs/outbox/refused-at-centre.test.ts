import { newCommandId } from '@counter/shared/client/commands'
import type { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import type { VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { countRows } from '../../../counter-server/test/a-store.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { type Submission, submissionOf } from '../badlink/submission.ts'
import { aPhone } from './model-phone.ts'

type Facts = Submission['facts']
type Authority = NonNullable<Facts['authority']>
type Change = (facts: Facts) => Partial<Facts>

const TABLES = ['case', 'case_event', 'person', 'log_book', 'agency', 'file', 'case_file']
const A_SENTENCE = /^[^{}[\]]*[一-龥][^{}[\]]*$/
const POINT = '05' as VillageCode
const UNTIL = '2026-12-01' as PlainDate

/** What the phone says when an agent looks at what was refused. */
interface Read {
  readonly state: string | undefined
  readonly code: string | null | undefined
  readonly message: string | null | undefined
}

async function aPoint() {
  const hall = await startHall()
  const phone = await aPhone(hall, 'v05')
  let place = 0

  async function register(change: Change): Promise<VillageHeader> {
    place += 1
    const { facts, photos } = submissionOf(7, place, POINT, UNTIL)
    const named = photos.map((photo) => ({
      ...photo,
      size: photo.content.length,
      mime: 'image/jpeg' as const,
    }))
    const payload = { ...facts, ...change(facts) }
    const caseId = newCommandId() as string as CaseId
    return phone.capture({ type: 'case.register', itemVersion: 1, payload }, caseId, named)
  }

  // All that was typed is still there afterwards, and the centre has made nothing of it (V36, V95).
  async function sendAndRead({ id }: Pick<VillageHeader, 'id'>): Promise<Read> {
    const typed = await outboxDisk.payloadOf(id)
    const before = countRows(hall.server.counter.deps.store, TABLES)
    await phone.settle()
    expect(typed).not.toBeNull()
    expect(await outboxDisk.payloadOf(id)).toEqual(typed)
    expect(countRows(hall.server.counter.deps.store, TABLES)).toEqual(before)
    const item = phone.tabs[0]?.getState().outbox.find(({ header }) => header.id === id)
    expect(item?.photos).toEqual(item?.header.files)
    return { state: item?.state, code: item?.answer?.code, message: item?.answer?.message }
  }

  return { hall, phone, register, sendAndRead }
}

const refused = (code: string) => ({ state: 'attention', code, message: expect.stringMatching(A_SENTENCE) })
const item = (code: string) => () => ({ item: code as ItemCode })
const person = (change: Partial<Facts['applicant']>) => (facts: Facts) => ({
  applicant: { ...facts.applicant, ...change },
})
const authority = (change: Partial<Authority>) => (facts: Facts) => ({
  authority: { ...(facts.authority as Authority), ...change },
})

const child = (facts: Facts) => ({
  ...person({ idNo: '110105201501010017' })(facts),
  consent: { isGiven: true, noticeVersion: 1, careVersion: 1 },
})

const ROWS: readonly (readonly [rule: string, code: string, change: Change])[] = [
  ['V7', 'item.not_agency', item('LY-004')],
  ['V7', 'item.in_person_required', item('SB-005')],
  ['V7', 'item.stopped', item('MZ-012')],
  ['V8', 'person.other_village', person({ village: '06' as VillageCode })],
  ['V9', 'authority.expired', authority({ until: '2026-06-11' as PlainDate })],
  ['V9', 'authority.too_long', authority({ until: '2027-06-12' as PlainDate })],
  ['V9', 'authority.out_of_scope', authority({ powers: ['receive_result'] })],
  ['V10', 'authority.missing', () => ({ authority: null })],
  ['V10', 'authority.missing', authority({ signedAs: 'fingerprint' })],
  ['V11', 'authority.out_of_scope', authority({ relation: '村民委员会' })],
  ['V11', 'guardian.missing', child],
  ['V12', 'declaration.missing', () => ({ isRelative: null })],
  ['V13', 'case.consent_missing', () => ({ consent: { isGiven: false, noticeVersion: 1 } })],
  ['V95 wrong check digit', 'person.id_invalid', person({ idNo: '999999199001010020' })],
  ['V95 15 digits', 'person.id_invalid', person({ idNo: '999999900101002' })],
  ['V95 impossible date', 'person.id_invalid', person({ idNo: '999999199002300029' })],
  ['V95', 'material.missing', () => ({ ...item('MZ-001')(), materials: [] })],
  ['V95', 'text.control_character', person({ address: '东山\u0007组' })],
  ['V95 bad schema', 'command.malformed', () => ({ note: '长'.repeat(501) })],
  ['V95', 'command.too_large', () => ({ note: '长'.repeat(6_000) })],
]

test('[V95, V100] each registration that is refused says so in a sentence, and everything of it stays on the phone', async () => {
  const { hall, register, sendAndRead } = await aPoint()
  const admin = await hall.roleCaller('admin')
  const stop = { on: '2026-06-12', reason: '县里统一收回' }
  expect((await admin.command('/api/catalogue/MZ-012/stop', stop)).status).toBe(200)
  const { displayName } = (await (await hall.signIn('v05')).get('/api/sessions/own')).body
  const rows = [...ROWS, ['V11', 'agent.self', person({ name: displayName })] as const]
  for (const [rule, code, change] of rows)
    expect([rule, await sendAndRead(await register(change))]).toEqual([rule, refused(code)])
})

test('[V6, V9, V14, V100] what may not be done with a result says so, and what was typed stays', async () => {
  const { hall, phone, register, sendAndRead } = await aPoint()
  const clerk = await hall.clerkAt(1)
  const decided = async (powers: Authority['powers']) => {
    const { caseId } = await register(authority({ powers }))
    await phone.settle()
    const done = await clerk.command(`/api/cases/${caseId}/finish-on-spot`, { result: '已答复' })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    return caseId
  }
  const delivery = (change = {}): VillageFacts => ({
    type: 'result.deliver',
    payload: { receiver: '示例甲', ...change },
  })
  const open = await decided(['submit', 'receive_result'])
  const closed = await decided(['submit'])
  const fee = delivery({ fee: { cents: 500, receiptNumber: '' } })
  expect(await sendAndRead(await phone.capture(fee, open))).toEqual(refused('fee.no_receipt'))
  expect(await sendAndRead(await phone.capture(delivery(), closed))).toEqual(
    refused('authority.out_of_scope'),
  )
  await phone.capture({ type: 'authority.revoke', payload: {} }, open)
  await phone.settle()
  phone.wait(60_000)
  hall.clock.forward(60_000)
  expect(await sendAndRead(await phone.capture(delivery(), open))).toEqual(refused('authority.revoked'))
})

test('[V44, V51, V52] what follows a refused registration goes by itself once the centre has solved it', async () => {
  const { hall, phone, register } = await aPoint()
  const supervisor = await hall.roleCaller('supervisor')
  phone.line.way = 'lost'
  const { id, caseId } = await register(person({ idNo: '110105194912310021' }))
  const note = await phone.note(caseId, '还在路上')
  await phone.settle()
  phone.line.way = 'whole'
  phone.wait(600_000)
  await phone.settle()
  const stateOf = (wanted: string) =>
    phone.tabs[0]?.getState().outbox.find(({ header }) => header.id === wanted)?.state
  expect([stateOf(id), stateOf(note.id)]).toEqual(['attention', 'held'])
  const later = await phone.note(caseId, '又说一句')
  expect([note.after, later.after]).toEqual([id, note.id])

  const solved = await supervisor.command(`/api/village-attention/${id}/solve`, {
    how: 'apply',
    mend: { idNo: '11010519491231002X' },
    reason: '按身份证改',
  })
  expect(solved.status, JSON.stringify(solved.body)).toBe(200)
  phone.wait(600_000)
  await phone.settle()
  expect([id, note.id, later.id].map(stateOf)).toEqual(['done', 'done', 'done'])
})
