import { describe, expect, test } from 'vitest'
import { CONTEXT, hall } from '../../../test/case-fixture.ts'
import { CALL, SHIPPED } from '../../../test/letter-fixture.ts'
import { checkArrival, type LetterComing, registerLetter } from './register-letter.ts'

const NOW = '2026-09-18 10:00'
const refusal = (code: string, params?: object) =>
  expect.objectContaining(params === undefined ? { code } : { code, params })

describe('registering a letter', () => {
  const register = (change: Partial<LetterComing>, actor: 'clerk' | 'supervisor' = 'clerk') =>
    registerLetter({ ...CONTEXT, at: hall(NOW), actor }, { ...CALL, ...change }, SHIPPED)

  test('[C1401] a complaint about staff is never a letter', () => {
    expect(() => register({ isAboutStaff: true })).toThrow(refusal('letter.about_staff'))
    expect(() => register({ isAboutStaff: true, channel: 'supervision_phone' }, 'supervisor')).toThrow(
      refusal('letter.about_staff'),
    )
  })

  test('[C1301] nothing of what was said by hand is in the event, nor that it is not about staff', () => {
    expect(JSON.stringify(register({ text: '王五家的水', leader: '' }))).not.toMatch(
      /王五|isAboutStaff|leader/,
    )
  })

  test('[C1301] it says something, and 调查 and 疑难 come from a supervisor', () => {
    expect(() => register({ text: '  ' })).toThrow(refusal('letter.text_missing'))
    expect(() => register({ topic: 'hard' })).toThrow(refusal('letter.topic_by_supervisor'))
    expect(register({ topic: 'investigate' }, 'supervisor').payload.limit).toEqual({
      value: 10,
      unit: 'workday',
    })
  })

  test('[C1301] a visit names the leader who received it, a group sends five at most', () => {
    const visit = { channel: 'visit', leader: '张镇长' } as const
    expect(() => register({ ...visit, leader: ' ' })).toThrow(refusal('letter.leader_missing'))
    expect(() => register({ ...visit, people: 12, representatives: 6 })).toThrow(
      refusal('letter.too_many_representatives', { n: 5 }),
    )
    expect(register({ ...visit, people: 12, representatives: 5 }).payload).toMatchObject({ people: 12 })
    expect(() => register({ ...visit, people: 2, representatives: 3 })).toThrow(refusal('request.invalid'))
    expect(() => register({ people: 4 })).toThrow(refusal('request.invalid'))
  })

  test('[C306] it may have come some days before, with a reason', () => {
    const context = { ...CONTEXT, at: hall('2026-09-24 10:00') }
    expect(() => checkArrival(context, hall('2026-09-23 09:00'), '')).toThrow(refusal('reason.required'))
    checkArrival(context, hall('2026-09-18 09:00'), '县里昨天才转来')
    // Five working days before the 24th are 23, 22, 21, 20 and 18 September.
    expect(() => checkArrival(context, hall('2026-09-17 09:00'), '晚了')).toThrow(
      refusal('event.backdate_range'),
    )
  })
})
