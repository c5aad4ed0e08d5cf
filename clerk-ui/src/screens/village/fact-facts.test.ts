import { VILLAGE_COMMAND_TYPES } from '@counter/shared/contract/village'
import {
  AskWithdrawalPayload,
  ConsultPayload,
  ContactPayload,
  DeliverPayload,
  EditPayload,
  FollowUpPayload,
  MaterialPayload,
  NotePayload,
  RelayPayload,
  ReturnPayload,
  RevokePayload,
  VoidNumberPayload,
} from '@counter/shared/contract/village-payloads'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { draftOf, formOf } from './draft-form.ts'
import {
  type FactDraft,
  isBlank,
  newFact,
  slotOfFact,
  withoutPaper,
  withPaper,
  withTyped,
} from './fact-draft.ts'
import { factsOf, lacksOfFact, photosOfFact, titleOfFact } from './fact-facts.ts'
import { FACT_KINDS } from './fact-kinds.ts'
import { onlyOf, withTaken } from './fact-papers.ts'

const subject = { caseId: 'c1' as CaseId, title: '最低生活保障审核确认 · 示*甲' }
const photo = (sign: string, role: string) => ({
  sha256: sign.repeat(64),
  size: 3,
  mime: 'image/jpeg' as const,
  content: Uint8Array.of(1),
  role,
})

describe('[V36] what is said of a case', () => {
  test('is a draft of its own for each kind and case', () => {
    expect(slotOfFact(newFact('note.add', subject))).toBe('note.add:c1')
    expect(slotOfFact(newFact('result.deliver', subject))).toBe('result.deliver:c1')
  })

  test('names what it lacks by the words of its fields, and nothing that may stay empty', () => {
    const delivery = newFact('result.deliver', subject)
    expect(lacksOfFact(delivery)).toEqual(['village.deliver.receiver', 'village.deliver.proof'])
    const signed = { ...withTyped(delivery, 'receiver', ' 示例甲 '), signature: photo('a', '') }
    expect(lacksOfFact(signed)).toEqual([])
    expect(lacksOfFact(newFact('material.receive', subject))).toEqual(['village.lack.photo'])
    expect(lacksOfFact(withTyped(newFact('note.add', subject), 'text', '  '))).toEqual(['village.note.text'])
  })

  test('is kept only once something was typed or taken', () => {
    const note = newFact('note.add', subject)
    expect(isBlank(note)).toBe(true)
    expect(isBlank(withTyped(note, 'text', '明天送来'))).toBe(false)
    expect(isBlank(withPaper(newFact('material.receive', subject), photo('a', '户口簿')))).toBe(false)
  })
})

describe('[V27] a form that is written down', () => {
  test('comes back whole with its photos and its signature', async () => {
    const typed = withTyped(newFact('result.deliver', subject), 'receiver', '示例甲')
    const draft = { ...withPaper(typed, photo('a', '户口簿')), signature: photo('b', 'receipt') }
    const { content, photos } = formOf(draft)
    expect(JSON.stringify(content)).not.toContain('"content"')
    const contentOf = async (sha256: string) =>
      (photos.find((each) => each.sha256 === sha256)?.content ?? null) as Uint8Array<ArrayBuffer> | null
    expect(await draftOf(JSON.parse(JSON.stringify(content)), contentOf)).toEqual(draft)
  })
})

describe('the command that a form becomes', () => {
  test('[V17, V87] a supplement names each paper once, photographed or taken in, and carries all photos', () => {
    const one = withPaper(newFact('material.receive', subject), photo('a', '户口簿'))
    const both = withPaper(withPaper(one, photo('b', '户口簿')), photo('c', '收入证明'))
    const { type, payload } = factsOf(both)
    expect(type).toBe('material.receive')
    expect(MaterialPayload.parse(payload)).toEqual({ materials: ['户口簿', '收入证明'] })
    const withBook = withTaken(both, { name: '户口簿', form: 'original', count: 2 })
    const withForm = withTaken(withBook, { name: '申请书', form: 'copy', count: 1 })
    expect(factsOf(withForm).payload).toEqual({
      materials: ['户口簿', '收入证明', '申请书'],
      papers: [
        { name: '户口簿', form: 'original', count: 2 },
        { name: '申请书', form: 'copy', count: 1 },
      ],
    })
    // What a notice no longer lists goes neither as a photo nor as a paper.
    expect(factsOf(onlyOf(withForm, ['户口簿'])).payload).toMatchObject({ materials: ['户口簿'] })
    const paperAlone = withTaken(newFact('material.receive', subject), {
      name: '申请书',
      form: 'copy',
      count: 1,
    })
    expect([lacksOfFact(paperAlone), isBlank(paperAlone)]).toEqual([[], false])
    expect(photosOfFact(both).map(({ sha256 }) => sha256.charAt(0))).toEqual(['a', 'b', 'c'])
    expect(withoutPaper(both, '户口簿').photos.map(({ sha256 }) => sha256.charAt(0))).toEqual(['a', 'c'])
  })

  test('[V10] a hand-over names who signed, and the signature goes first', () => {
    const typed = withTyped(newFact('result.deliver', subject), 'receiver', ' 示例甲 ')
    const draft = { ...typed, signature: photo('d', '') }
    expect(factsOf(draft)).toEqual({
      type: 'result.deliver',
      payload: { receiver: '示例甲', signature: 'd'.repeat(64) },
    })
    expect(photosOfFact(draft).map(({ role }) => role)).toEqual(['receipt'])
    // Handed over on another day than it is written down.
    expect(factsOf(withTyped(draft, 'on', '2026-06-11')).payload).toMatchObject({ on: '2026-06-11' })
  })

  test('[V30] is on the closed list of the protocol, and nothing of the hall’s is', () => {
    const types: readonly string[] = VILLAGE_COMMAND_TYPES
    expect(FACT_KINDS.filter((kind) => !types.includes(kind))).toEqual([])
    const halls = ['case.accept', 'case.pause', 'case.extend', 'case.transfer', 'case.close']
    expect(halls.filter((type) => types.includes(type))).toEqual([])
  })

  test('[V37] a consultation is called by what was asked, a fact by its case', () => {
    const asked = withTyped(
      newFact('consult.log', { caseId: subject.caseId, title: '' }),
      'question',
      ' 低保要什么材料 ',
    )
    expect(titleOfFact(asked)).toBe('低保要什么材料')
    expect(titleOfFact(newFact('note.add', subject))).toBe(subject.title)
  })

  test('[V30] a note is its text', () => {
    const draft = withTyped(newFact('note.add', subject), 'text', '下周再来')
    expect(NotePayload.parse(factsOf(draft).payload)).toEqual({ text: '下周再来' })
  })

  test.each([
    ['correction.relay', { way: 'phone' }, RelayPayload, { way: 'phone' }],
    [
      'contact.attempt',
      { purpose: 'deliver', way: 'visit', note: ' 家里没人 ' },
      ContactPayload,
      { purpose: 'deliver', way: 'visit', isReached: false, note: '家里没人' },
    ],
    [
      'followup.record',
      { way: 'phone', satisfaction: 'fair', remark: '等久了' },
      FollowUpPayload,
      { way: 'phone', satisfaction: 'fair', remark: '等久了' },
    ],
    [
      'material.return',
      { 'paper:户口簿': 'yes', 'paper:身份证': '', receiver: '示例甲' },
      ReturnPayload,
      { materials: ['户口簿'], receiver: '示例甲' },
    ],
    ['authority.revoke', {}, RevokePayload, {}],
    [
      'consult.log',
      { item: 'MZ-001', question: '要什么材料', answer: '户口簿', referred: 'no' },
      ConsultPayload,
      { item: 'MZ-001', question: '要什么材料', answer: '户口簿', isReferred: false },
    ],
    [
      'case.edit',
      { phone: '19900000002', contact: ' ', address: '三组12号' },
      EditPayload,
      { phone: '19900000002', address: '三组12号' },
    ],
    ['case.ask_withdrawal', { reason: '不想办了' }, AskWithdrawalPayload, { reason: '不想办了' }],
    [
      'number.void',
      { number: '2026-07-0001-q', reason: '单子打坏了' },
      VoidNumberPayload,
      { number: '2026-07-0001-Q', reason: '单子打坏了' },
    ],
  ] as const)('[V30] %s of %j is what the centre reads', (kind, typed, schema, payload) => {
    const draft: FactDraft = { ...newFact(kind, subject), typed }
    expect(lacksOfFact(draft)).toEqual([])
    expect(schema.parse(factsOf(draft).payload)).toEqual(payload)
  })

  test.each([
    ['correction.relay', {}, ['village.fact.way']],
    ['contact.attempt', { way: 'phone' }, ['village.contact.purpose']],
    ['followup.record', { way: 'phone' }, ['village.followUp.satisfied']],
    ['material.return', { 'paper:户口簿': '' }, ['village.return.papers', 'village.deliver.receiver']],
    ['consult.log', { question: '要什么材料', answer: '户口簿' }, ['village.consult.referred']],
    ['case.edit', {}, ['village.edit.none']],
    ['case.edit', { phone: '123' }, ['village.edit.phoneWrong']],
    ['case.ask_withdrawal', {}, ['village.withdrawal.reason']],
    ['number.void', { number: '2026-07-0001-E', reason: '打坏了' }, ['village.void.wrong']],
    ['note.add', { text: '一\u0000二' }, ['village.note.text']],
  ] as const)('[V36] %s of %j lacks %j', (kind, typed, lacks) => {
    expect(lacksOfFact({ ...newFact(kind, subject), typed })).toEqual(lacks)
  })

  test.each([
    ['12.5', '皖0001', [], 1250],
    ['', '', [], null],
    ['12.5', '', ['village.deliver.receipt'], null],
    ['十块', '皖0001', ['village.deliver.fee'], null],
    ['0', '皖0001', ['village.deliver.fee'], null],
    ['100000', '皖0001', [], 10_000_000],
    ['100000.01', '皖0001', ['village.deliver.fee'], null],
  ])('[V6] of a fee of 「%s」 with the receipt 「%s」 it lacks %j', (fee, receipt, lacks, cents) => {
    const typed = { receiver: '示例甲', fee, receipt }
    const draft = { ...newFact('result.deliver', subject), typed, signature: photo('d', '') }
    expect(lacksOfFact(draft)).toEqual(lacks)
    if (lacks.length > 0) return
    expect(DeliverPayload.parse(factsOf(draft).payload).fee?.cents ?? null).toBe(cents)
  })
})
