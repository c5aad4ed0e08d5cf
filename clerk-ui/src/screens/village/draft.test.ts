import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import { RegisterPayload } from '@counter/shared/contract/village-payloads'
import type { CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import {
  careOf,
  type Draft,
  newDraft,
  reopened,
  withAllMaterials,
  withItem,
  withMaterial,
  withoutLastPhoto,
  withPhoto,
} from './draft.ts'
import { draftOf, formOf } from './draft-form.ts'
import { lacksOf, missingMaterials } from './draft-lacks.ts'
import { withoutPaperHere, withPaperCount, withPaperHere } from './draft-papers.ts'
import { slipOf } from './draft-slip.ts'
import { guideOf } from './guide.fixture.ts'
import { photosOf, registerPayloadOf } from './sent-draft.ts'

const day = '2026-06-12' as PlainDate
const photo = (sign: string) => ({
  sha256: sign.repeat(64),
  size: 3,
  mime: 'image/jpeg' as const,
  content: Uint8Array.of(1),
})

const item = guideOf([
  { name: '申请书', required: true, source: 'applicant', original: 2 },
  { name: '户口簿', required: true, source: 'applicant-or-shared', deferrable: true },
  { name: '收入核对', required: true, source: 'shared' },
])

function complete(): Draft {
  const filled = { ...newDraft(day), name: '示例甲', idNo: '11010519491231002x', phone: '19900000001' }
  const agreed = { ...filled, isConsentGiven: true, isRelative: false, signature: photo('a') }
  return withAllMaterials(withItem(agreed, item))
}

describe('a draft', () => {
  test('[V36] incomplete-stays-draft: names what it lacks in the order of the page', () => {
    expect(lacksOf(newDraft(day), day)).toEqual([
      'item',
      'consent',
      'name',
      'idNo',
      'phone',
      'signature',
      'relative',
    ])
    expect(lacksOf(complete(), day)).toEqual([])
  })

  test.each<[string, Partial<Draft>]>([
    ['relative', { isRelative: null }],
    ['consent', { isConsentGiven: false }],
    ['village', { isOwnVillage: false }],
    ['powers', { powers: ['receive_result'] }],
    ['until', { until: '2026-12-13' as PlainDate }],
    ['until', { until: '2026-06-11' as PlainDate }],
    ['witness', { signedAs: 'fingerprint' }],
    ['idNo', { idNo: '341524190001010015' }],
    ['phone', { phone: '123' }],
    ['documentNo', { idKind: 'passport', idNo: 'E1' }],
    ['documentNo', { idKind: 'residence_permit', idNo: '341524190001010014' }],
    ['idNote', { idKind: 'none' }],
    ['name', { name: '示例\u0007甲' }],
    ['group', { group: '东山\u0007组' }],
  ])('[V95] lacks %s with %j', (lack, change) => {
    expect(lacksOf({ ...complete(), ...change }, day)).toEqual([lack])
  })

  test.each<[string, Partial<Draft>]>([
    ['principal', { principal: 'committee', item: { ...item, committeeMayAsk: false } }],
    ['guardian', { principal: 'guardian' }],
    ['guardian', { principal: 'guardian', guardian: '母亲' }],
    ['guardian', { principal: 'self', idNo: '110105201501010017' }],
  ])('[V11] lacks %s with %j', (lack, change) => {
    expect(lacksOf({ ...complete(), ...change }, day)).toEqual([lack])
  })

  test('[V11] of somebody who bears the agent’s name is sent all the same: the centre tells two people apart', () => {
    expect(lacksOf({ ...complete(), name: '石桥村代办员' }, day)).toEqual([])
  })

  test('[V11] a guardian says whose, and shows the proof', () => {
    const proved = withPhoto(complete(), { ...photo('c'), role: '监护关系证明' })
    const draft: Draft = { ...proved, principal: 'guardian', guardian: ' 母亲 ' }
    expect(lacksOf(draft, day)).toEqual([])
    expect(registerPayloadOf(draft, '05' as VillageCode, day).authority?.relation).toBe('监护人：母亲')
    expect(photosOf(withItem(draft, item)).map(({ role }) => role)).toContain('监护关系证明')
    expect(lacksOf({ ...complete(), principal: 'committee' }, day)).toEqual([])
  })

  test('[V12] has no answer about near relatives until one is given', () => {
    expect(newDraft(day).isRelative).toBeNull()
  })

  test('[V9] asks for six months at most by itself', () => {
    expect(newDraft(day).until).toBe('2026-12-12')
  })

  test('[C440] names the required materials that are neither here nor promised', () => {
    const fresh = withItem(newDraft(day), item)
    expect(missingMaterials(fresh)).toEqual(['申请书', '户口簿'])
    const promised = withMaterial(fresh, '户口簿', { state: 'deferred' })
    expect(missingMaterials(promised)).toEqual(['申请书', '户口簿'])
    expect(missingMaterials(withMaterial(promised, '户口簿', { promisedOn: '2026-06-15' }))).toEqual([
      '申请书',
    ])
  })

  test('[V68] takes a photo as the material being here, and lets the last one go again', () => {
    const taken = withPhoto(withItem(newDraft(day), item), { ...photo('b'), role: '申请书' })
    expect(missingMaterials(taken)).toEqual(['户口簿'])
    expect(withPhoto(taken, { ...photo('b'), role: '申请书' }).photos).toHaveLength(1)
    expect(withoutLastPhoto(taken, '申请书').photos).toEqual([])
  })

  test('[V17, V21] says nothing of papers that nobody took, and of what lies at the point as what and how many', () => {
    const sentOf = (draft: Draft) => {
      const { papers, isUrgent } = registerPayloadOf(draft, '05' as VillageCode, day)
      return { papers, isUrgent }
    }
    expect(sentOf(complete())).toEqual({ papers: undefined, isUrgent: undefined })
    const [form, book] = item.materials as [GuideMaterial, GuideMaterial]
    const original = withPaperHere(complete(), form, 'original')
    const both = withPaperHere(withPaperHere(original, book, 'copy'), book, 'original')
    expect(
      sentOf({ ...withPaperCount(both, { name: '户口簿', form: 'copy', count: 3 }), isUrgent: true }),
    ).toEqual({
      // As many as the item asks for, at least one; the agent may count otherwise.
      papers: [
        { name: '申请书', form: 'original', count: 2 },
        { name: '户口簿', form: 'copy', count: 3 },
        { name: '户口簿', form: 'original', count: 1 },
      ],
      isUrgent: true,
    })
    expect(sentOf(withoutPaperHere(original, '申请书', 'original')).papers).toBeUndefined()
  })

  test('[V17] a paper that is taken in says that the material is here, and goes when it is not', () => {
    const [form] = item.materials as [GuideMaterial]
    const taken = withPaperHere(withItem(newDraft(day), item), form, 'original')
    expect(missingMaterials(taken)).toEqual(['户口簿'])
    expect(withMaterial(taken, '申请书', { state: 'missing' }).papers).toEqual([])
    expect(withItem(taken, guideOf([{ name: '别的', required: true, source: 'applicant' }])).papers).toEqual(
      [],
    )
    expect(slipOf(taken).papers).toEqual([{ name: '申请书', form: 'original', count: 2 }])
  })

  test('[V17] a paper whose tick is taken off is not here any more, unless a photo or its other form is', () => {
    const [form] = item.materials as [GuideMaterial]
    const stateOf = (draft: Draft) => draft.materials.find(({ name }) => name === '申请书')?.state
    const taken = withPaperHere(withItem(newDraft(day), item), form, 'original')
    expect(stateOf(taken)).toBe('received')
    const untaken = withoutPaperHere(taken, '申请书', 'original')
    expect([stateOf(untaken), untaken.papers]).toEqual(['missing', []])
    expect(missingMaterials(untaken)).toEqual(['申请书', '户口簿'])
    const both = withPaperHere(taken, form, 'copy')
    const one = withoutPaperHere(both, '申请书', 'original')
    expect([stateOf(one), one.papers.map((each) => each.form)]).toEqual(['received', ['copy']])
    const shown = withPhoto(taken, { ...photo('b'), role: '申请书' })
    expect(stateOf(withoutPaperHere(shown, '申请书', 'original'))).toBe('received')
  })

  test('[V27, V58] a form that a page of before left has no papers and no haste', async () => {
    const { papers: _papers, isUrgent: _isUrgent, ...before } = formOf(complete()).content as Draft
    expect(await draftOf(before, async () => null)).toMatchObject({ papers: [], isUrgent: false })
  })

  test('[V70] sends the authority first, then what the catalogue requires, then the rest', () => {
    // Of these the catalogue requires the form alone.
    const listed = guideOf([
      { name: '近期照片', required: false, source: 'applicant' },
      { name: '申请书', required: true, source: 'applicant' },
    ])
    const signed = { ...withItem(newDraft(day), listed), signature: photo('a') }
    const rest = withPhoto(signed, { ...photo('c'), role: '近期照片' })
    const sent = photosOf(withPhoto(rest, { ...photo('b'), role: '申请书' }))
    expect(sent.map(({ role, isRequired = false }) => [role, isRequired])).toEqual([
      ['authority', false],
      ['申请书', true],
      ['近期照片', false],
    ])
  })

  test('[V29] becomes a payload that the centre reads', () => {
    const payload = registerPayloadOf(complete(), '05' as VillageCode, day)
    expect(RegisterPayload.parse(payload)).toEqual(payload)
    expect(payload.applicant).toEqual({
      name: '示例甲',
      idKind: 'id_card',
      idNo: '11010519491231002X',
      phone: '19900000001',
      village: '05',
    })
  })

  test('[C1106] needs a document of any kind, or a word why there is none', () => {
    const passport = { ...complete(), idKind: 'passport', idNo: 'e1234567' } as const
    expect(lacksOf(passport, day)).toEqual([])
    expect(registerPayloadOf(passport, '05' as VillageCode, day).applicant).toMatchObject({
      idKind: 'passport',
      idNo: 'E1234567',
    })
    const none = { ...complete(), idKind: 'none', idNo: '' } as const
    expect(lacksOf(none, day)).toEqual(['idNote'])
    const said = { ...none, idNote: '证件丢了' }
    expect(lacksOf(said, day)).toEqual([])
    expect(registerPayloadOf(said, '05' as VillageCode, day).applicant).toMatchObject({
      idKind: 'none',
      idNo: null,
      idNote: '证件丢了',
    })
  })

  test('[C1109] says that the guardian was told, by the version of the notice, for a child alone', () => {
    const consentOf = (idNo: string) =>
      registerPayloadOf({ ...complete(), idNo }, '05' as VillageCode, day).consent
    expect(consentOf('110105201501010017')).toEqual({ isGiven: true, noticeVersion: 1, careVersion: 1 })
    expect(consentOf('11010519491231002X')).toEqual({ isGiven: true, noticeVersion: 1 })
  })

  test('[C1109] says by the same version that the resident was told of a sensitive matter', () => {
    const asked = complete()
    const item = asked.item === null ? null : { ...asked.item, needsNotice: true }
    expect(careOf({ ...asked, item }, day)).toBe('resident')
    expect(registerPayloadOf({ ...asked, item }, '05' as VillageCode, day).consent).toMatchObject({
      careVersion: 1,
    })
  })

  test('[V36] that was refused opens again with its content, under a new command of the same case', () => {
    const first = complete()
    const again = reopened(first)
    expect(again.id).not.toBe(first.id)
    expect(again).toEqual({ ...first, id: again.id, salt: again.salt, replaces: first.id as CommandId })
  })
})
