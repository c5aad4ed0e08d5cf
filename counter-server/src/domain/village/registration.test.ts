import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Authority } from './authority.ts'
import { checkRegistration, type Registration } from './registration.ts'

const day = (text: string) => text as PlainDate
const village = (text: string) => text as VillageCode
const SIGNATURE = 'a'.repeat(64)

const AUTHORITY: Authority = {
  relation: '本人',
  powers: ['submit', 'receive_notice'],
  until: day('2026-12-12'),
  signedAs: 'glass',
  signature: SIGNATURE,
  allowsDeputy: false,
}
const ITEM = {
  code: 'MZ-013',
  villageAgency: true,
  inPersonRequired: false,
  committeeMayAsk: false,
  isStopped: false,
}
const APPLICANT = { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: village('05') }
const GOOD: Registration = {
  point: village('05'),
  agent: '05村代办员',
  item: ITEM,
  applicant: APPLICANT,
  isConsentGiven: true,
  authority: AUTHORITY,
  isRelative: false,
  files: [SIGNATURE],
  roles: ['authority'],
  isOwnMatter: false,
  capturedOn: day('2026-06-12'),
  today: day('2026-06-12'),
  longestMonths: 6,
}

function refusalOf(change: Partial<Registration>): string | null {
  try {
    checkRegistration({ ...GOOD, ...change })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
const withAuthority = (change: Partial<Authority>) => refusalOf({ authority: { ...AUTHORITY, ...change } })

describe('a registration at a village point', () => {
  test('[V9] with everything in order is taken', () => {
    expect(refusalOf({})).toBeNull()
  })

  test.each([
    ['item.not_agency', { ...ITEM, villageAgency: false }],
    ['item.in_person_required', { ...ITEM, inPersonRequired: true }],
    ['item.in_person_required', { ...ITEM, inPersonRequired: true, villageAgency: false }],
    ['item.stopped', { ...ITEM, isStopped: true }],
    ['item.stopped', { ...ITEM, isStopped: true, inPersonRequired: true }],
  ])('[V7] answers %s for an item that the village may not handle', (code, item) => {
    expect(refusalOf({ item })).toBe(code)
  })

  test('[V11] nobody acts for themselves, and a committee asks for few items only', () => {
    expect(refusalOf({ isOwnMatter: true })).toBe('agent.self')
    expect(withAuthority({ relation: '村民委员会' })).toBe('authority.out_of_scope')
    const asked = {
      item: { ...ITEM, committeeMayAsk: true },
      authority: { ...AUTHORITY, relation: '村民委员会' },
    }
    expect(refusalOf(asked)).toBeNull()
  })

  test('[V11] a guardian says whose, and the proof is among the files', () => {
    const asked = (relation: string, roles: readonly string[]) =>
      refusalOf({ authority: { ...AUTHORITY, relation }, roles })
    expect(asked('监护人：母亲', ['authority'])).toBe('material.missing')
    expect(asked('监护人： ', ['authority', '监护关系证明'])).toBe('material.missing')
    expect(asked('监护人：母亲', ['authority', '监护关系证明'])).toBeNull()
  })

  test('[V11] a child under 14 is entrusted by a guardian or a committee, never by itself', () => {
    const child = { ...APPLICANT, idNo: '110105201501010017' }
    const asked = (relation: string) =>
      refusalOf({
        applicant: child,
        careVersion: 1,
        item: { ...ITEM, committeeMayAsk: true },
        authority: { ...AUTHORITY, relation },
        roles: ['authority', '监护关系证明'],
      })
    expect(asked('本人')).toBe('guardian.missing')
    expect(asked('监护人：母亲')).toBeNull()
    expect(asked('村民委员会')).toBeNull()
    // Born on 1 January 2015: fourteen on that day of 2029.
    const grown = { capturedOn: day('2029-01-01'), today: day('2029-01-01') }
    const authority = { ...AUTHORITY, until: day('2029-06-01') }
    expect(refusalOf({ applicant: child, authority, ...grown })).toBeNull()
  })

  test.each([village('06'), null])('[V8] of a resident of village %s is refused at point 05', (other) => {
    expect(refusalOf({ applicant: { ...APPLICANT, village: other } })).toBe('person.other_village')
  })

  test.each([
    ['person.id_invalid', { idNo: '341524190001010015' }],
    ['person.id_invalid', { idNo: '341524190002290011' }],
    ['person.id_invalid', { idNo: '110105491231002' }],
    ['person.id_invalid', { idNo: null }],
    ['person.id_invalid', { idNo: null, idNote: '  ' }],
    [null, { idNo: null, idNote: '户口簿' }],
    ['contact.phone', { phone: '12345' }],
    [null, { phone: null }],
  ])('[V95] answers %s for the person %j', (code, person) => {
    expect(refusalOf({ applicant: { ...APPLICANT, ...person } })).toBe(code)
  })

  test('[V13] without 「本人同意由我代办」 is refused before the person is looked at', () => {
    const applicant = { ...APPLICANT, idNo: 'x' }
    expect(refusalOf({ isConsentGiven: false, applicant })).toBe('case.consent_missing')
  })

  test('[V12] without an answer about near relatives is refused, and 是 is an allowed answer', () => {
    expect(refusalOf({ isRelative: null })).toBe('declaration.missing')
    expect(refusalOf({ isRelative: true })).toBeNull()
  })
})

describe('an authority', () => {
  test('[V10] is missing without its paper or without the picture of its signature', () => {
    expect(refusalOf({ authority: null })).toBe('authority.missing')
    expect(refusalOf({ files: ['b'.repeat(64)] })).toBe('authority.missing')
  })

  test.each([
    ['authority.missing', undefined],
    ['authority.missing', ' '],
    ['authority.missing', '05村代办员'],
    [null, '示例乙'],
  ])('[V10] by fingerprint answers %s when the witness is %j', (code, witness) => {
    expect(withAuthority({ signedAs: 'fingerprint', witness })).toBe(code)
  })

  test('[V9] must let the agent submit', () => {
    expect(withAuthority({ powers: ['receive_result'] })).toBe('authority.out_of_scope')
  })

  test.each([
    ['2026-06-11', 'authority.expired'],
    ['2026-06-12', null],
    ['2026-12-12', null],
    ['2026-12-13', 'authority.too_long'],
  ])('[V9] until %s, signed on 2026-06-12, answers %s', (until, code) => {
    expect(withAuthority({ until: day(until) })).toBe(code)
  })

  test('[V9] may last as many months as the centre has set, and the refusal says how many', () => {
    const authority = { ...AUTHORITY, until: day('2026-09-13') }
    expect(() => checkRegistration({ ...GOOD, authority, longestMonths: 3 })).toThrow(
      expect.objectContaining({ code: 'authority.too_long', params: { n: 3 } }),
    )
    expect(refusalOf({ authority: { ...AUTHORITY, until: day('2026-09-12') }, longestMonths: 3 })).toBeNull()
  })

  test('[V54] that ran out between capture and arrival is still good', () => {
    const authority = { ...AUTHORITY, until: day('2026-06-12') }
    expect(refusalOf({ authority, today: day('2026-06-15') })).toBeNull()
  })

  test('[V76] is not refused because the phone thinks it is 2029', () => {
    expect(refusalOf({ capturedOn: day('2029-06-12') })).toBeNull()
  })
})
