import type { ItemRow } from '@counter/shared/contract/case-lists'
import type { Guide, GuideMaterial } from '@counter/shared/contract/public/guide'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, it } from 'vitest'
import { idProblem, intakeProblems } from './intake-check.ts'
import { EMPTY_DRAFT, type IntakeDraft, nextState, receiveBody } from './intake-draft.ts'

const TODAY = '2026-06-12' as PlainDate
const material = (name: string, more: Partial<GuideMaterial> = {}): GuideMaterial => ({
  name,
  original: 1,
  copies: 0,
  required: true,
  deferrable: false,
  source: 'applicant',
  note: null,
  ...more,
})
const FORM = material('申请书')
const BOOK = material('户口簿', { deferrable: true })
const SHARED = material('婚姻登记信息', { source: 'shared' })
const item: ItemRow = {
  code: 'MZ-001' as ItemRow['code'],
  name: '低保申请',
  unit: 'MZ' as ItemRow['unit'],
  unitName: '民政办',
  caseType: 'deadline',
  villageAgency: true,
  inPersonRequired: false,
  initials: 'dbsq',
  needsNotice: false,
}
const guide = { materials: [FORM, BOOK, SHARED], resultName: '低保证' } as unknown as Guide
const received = { state: 'received', promisedOn: null } as const
const draft = (more: Partial<IntakeDraft> = {}): IntakeDraft => ({
  ...EMPTY_DRAFT,
  item,
  guide,
  name: '王建国',
  idNo: '341524 19000101 0014',
  phone: '13812345678',
  marks: { 申请书: received, 户口簿: received },
  ...more,
})
const texts = (given: IntakeDraft, step: 'accept' | 'request_supplement' | 'receive' = 'accept') =>
  intakeProblems(given, step, TODAY).map(({ text }) => text)

describe('what must be corrected before a case is sent', () => {
  it('[S19] finds nothing wrong with a complete form', () => {
    expect(texts(draft())).toEqual([])
  })

  it('[U12] names every problem at once, from the top of the form to its end', () => {
    expect(texts({ ...EMPTY_DRAFT, phone: '123' })).toEqual([
      'intake.problem.item',
      'intake.problem.name',
      'intake.problem.idNo',
      'intake.problem.phone',
    ])
  })

  it.each([
    ['34152419000101001', 'intake.problem.idNo.length'],
    ['341524190002290011', 'intake.problem.idNo.date'],
    ['341524190001010015', 'intake.problem.idNo.check'],
    ['11010519491231002x', null],
  ])('[C1105] the ID number %s is judged as %s', (idNo, problem) => {
    expect(idProblem(draft({ idNo }), TODAY)).toBe(problem)
  })

  it('[C1106] takes a person without an ID number when the document is named', () => {
    expect(texts(draft({ idNo: '' }))).toEqual(['intake.problem.idNo'])
    expect(texts(draft({ idNo: '', idNote: '户口簿' }))).toEqual([])
  })

  it('[C440] a required material that is neither received nor promised stops the acceptance', () => {
    expect(intakeProblems(draft({ marks: { 申请书: received } }), 'accept', TODAY)).toEqual([
      { field: 'intake-material-1', name: '户口簿', text: 'intake.problem.material' },
    ])
  })

  it('[C205] a promised material needs its day', () => {
    expect(
      texts(draft({ marks: { 申请书: received, 户口簿: { state: 'deferred', promisedOn: null } } })),
    ).toEqual(['intake.problem.promisedOn'])
    expect(
      texts(
        draft({
          marks: { 申请书: received, 户口簿: { state: 'deferred', promisedOn: '2026-06-16' as PlainDate } },
        }),
      ),
    ).toEqual([])
  })

  it('[C404] gives no notice when nothing is missing, and gives one when something is', () => {
    expect(texts(draft(), 'request_supplement')).toEqual(['intake.problem.nothingMissing'])
    expect(texts(draft({ marks: { 申请书: received } }), 'request_supplement')).toEqual([])
  })

  it('[C1203] refuses an agent for an item that must be done in person', () => {
    expect(texts(draft({ agent: '李明', item: { ...item, inPersonRequired: true } }))).toEqual([
      'intake.problem.inPerson',
    ])
  })
})

describe('the marks of the materials', () => {
  it('[C205] Space offers 容缺 only where the item allows it, and 不需要 only where the resident need not bring it', () => {
    expect(nextState('missing', FORM)).toBe('received')
    expect(nextState('received', FORM)).toBe('missing')
    expect(nextState('received', BOOK)).toBe('deferred')
    expect(nextState('deferred', BOOK)).toBe('missing')
    expect(nextState('received', material('身份证', { source: 'applicant-or-shared' }))).toBe('not_needed')
    expect(nextState('not_needed', material('委托书', { required: false }))).toBe('received')
  })

  it('[C440] what the office shares is sent as not needed from the resident', () => {
    expect(receiveBody(draft() as IntakeDraft & { item: ItemRow }, 'accept', TODAY).materials).toEqual([
      { name: '申请书', state: 'received' },
      { name: '户口簿', state: 'received' },
      { name: '婚姻登记信息', state: 'not_needed' },
    ])
  })
})

describe('the command that settles an intake', () => {
  it('[C201] an immediate item carries its result and is handed over at once', () => {
    const body = receiveBody(
      draft({ item: { ...item, caseType: 'immediate' } }) as IntakeDraft & { item: ItemRow },
      'finish_on_spot',
      TODAY,
    )
    expect(body.step).toBe('finish_on_spot')
    expect(body).toMatchObject({ result: '低保证', delivery: { way: 'collect', receiver: '王建国' } })
  })

  it('[C1105] the ID number is sent without its blanks, x as X', () => {
    expect(
      receiveBody(draft({ idNo: '110105 19491231 002x' }) as IntakeDraft & { item: ItemRow }, 'accept', TODAY)
        .applicant.idNo,
    ).toBe('11010519491231002X')
  })

  it('[C1106] says which document it was; without a number there was none', () => {
    const of = (more: Partial<IntakeDraft>) =>
      receiveBody(draft(more) as IntakeDraft & { item: ItemRow }, 'accept', TODAY).applicant
    expect(of({ idKind: 'passport', idNo: ' e1234567 ' })).toMatchObject({
      idKind: 'passport',
      idNo: 'E1234567',
    })
    expect(of({ idKind: 'household_book', idNo: '', idNote: '没带' })).toMatchObject({
      idKind: 'none',
      idNo: null,
    })
    expect(idProblem(draft({ idKind: 'residence_permit', idNo: '341524190001010014' }), TODAY)).toBe(
      'intake.problem.idNo.region',
    )
  })

  it('[C1107] without a phone names whom to call, unless somebody has come in the applicant’s place', () => {
    const without = { phone: '' }
    expect(texts(draft(without))).toEqual(['intake.problem.contact'])
    expect(texts(draft({ ...without, contact: '邻居李明 13812345678' }))).toEqual([])
    expect(texts(draft({ ...without, agent: '李明' }))).toEqual([])
    const sent = (more: Partial<IntakeDraft>) =>
      receiveBody(draft(more) as IntakeDraft & { item: ItemRow }, 'accept', TODAY).applicant
    expect(sent({ ...without, contact: '邻居李明' })).toMatchObject({ phone: null, contact: '邻居李明' })
    expect(sent({ contact: '邻居李明' })).not.toHaveProperty('contact')
  })

  it('[C1109] the notice goes with sensitive items and with people under 14, by its version', () => {
    const version = (more: Partial<IntakeDraft>) =>
      receiveBody(draft(more) as IntakeDraft & { item: ItemRow }, 'accept', TODAY).noticeVersion
    expect(version({})).toBeUndefined()
    expect(version({ item: { ...item, needsNotice: true } })).toBe(1)
    expect(version({ idNo: '341524201206130010' })).toBe(1)
    expect(version({ idNo: '341524201206120015' })).toBeUndefined()
  })
})
