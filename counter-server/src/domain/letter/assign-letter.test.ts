import { describe, expect, test } from 'vitest'
import { day } from '../../../test/case-fixture.ts'
import { ASSIGNED, letterAt, MZ, registered, SHIPPED } from '../../../test/letter-fixture.ts'
import {
  assignLetter,
  dateLetter,
  linkLetter,
  noContact,
  redirectLetter,
  sendLetterBack,
  setLetterTopic,
  tellLetterDue,
} from './assign-letter.ts'

const NOW = '2026-09-18 10:00'
const CAME = [NOW, registered()] as const
const GIVEN = [NOW, ASSIGNED] as const
const refusal = (code: string, params?: object) =>
  expect.objectContaining(params === undefined ? { code } : { code, params })

describe('finding who answers', () => {
  test('[C804] the unit that the letter is about never gets it', () => {
    expect(() => assignLetter(letterAt(NOW, 'clerk', [NOW, registered({ about: MZ })]), MZ)).toThrow(
      refusal('letter.about_unit'),
    )
  })

  test('[C1302] sent back with a reason, it waits to be assigned anew', () => {
    const assigned = letterAt(NOW, 'handler', CAME, GIVEN)
    expect(() => sendLetterBack(assigned, '')).toThrow(refusal('reason.required'))
    const back = [NOW, sendLetterBack(assigned, '归农服中心')] as const
    expect(letterAt(NOW, 'clerk', CAME, GIVEN, back).state).toMatchObject({
      status: 'registered',
      unit: null,
    })
  })

  test('[C1302] the organ is named, a duplicate has an original that is none itself, who was not reached was tried', () => {
    const context = letterAt(NOW, 'clerk', CAME)
    expect(() => redirectLetter(context, '')).toThrow(refusal('refusal.organ_missing'))
    expect(() => linkLetter(context, 'a', { id: 'a', isDuplicate: false })).toThrow(
      refusal('letter.original_wrong'),
    )
    expect(() => linkLetter(context, 'a', { id: 'b', isDuplicate: true })).toThrow(
      refusal('letter.original_wrong'),
    )
    expect(linkLetter(context, 'a', { id: 'b', isDuplicate: false }).payload).toEqual({ original: 'b' })
    expect(() => noContact(context, '')).toThrow(refusal('reason.required'))
  })

  test('[C1301] another topic is counted from the day the letter came', () => {
    const context = letterAt('2026-09-22 10:00', 'supervisor', CAME)
    const set = setLetterTopic(context, 'investigate', SHIPPED)
    const after = letterAt('2026-09-22 10:00', 'clerk', CAME, ['2026-09-22 10:00', set])
    expect(after.state).toMatchObject({ topic: 'investigate', limit: { value: 10, unit: 'workday' } })
  })

  test('[C520] a date that was told is told again only when it is another one', () => {
    const told = registered({ toldDueOn: day('2026-09-24') })
    expect(() => tellLetterDue(letterAt(NOW, 'clerk', [NOW, told]), 'phone')).toThrow(
      refusal('due.nothing_new'),
    )
    const external = { number: '县18', dueOn: day('2026-10-20') }
    const dated = letterAt(
      NOW,
      'clerk',
      [NOW, told],
      [NOW, dateLetter(letterAt(NOW, 'clerk', CAME), external)],
    )
    expect(tellLetterDue(dated, 'phone').payload).toEqual({ how: 'phone' })
  })
})
