import { describe, expect, it } from 'vitest'
import { askedFields, bodyOf, firstUnanswered } from './act-form.ts'
import { ACT_FORMS } from './act-forms.ts'
import { isReasonMissing, lateBody, NOT_LATE } from './late-fields.tsx'

describe('the questions of an act', () => {
  it('[C441] a negative decision asks for reasons and remedies, a positive one does not', () => {
    const names = (decision: string) => askedFields(ACT_FORMS.decide, { decision }).map(({ name }) => name)
    expect(names('granted')).toEqual(['result', 'decision'])
    expect(names('denied')).toEqual(['result', 'decision', 'reason'])
  })

  it('[C511] a pause asks for a listed reason, the days told and the number of the notice', () => {
    const given = { reason: 'public_notice', days: '7' }
    expect(firstUnanswered(ACT_FORMS.pause, given)?.name).toBe('noticeNumber')
    expect(bodyOf(ACT_FORMS.pause, { ...given, noticeNumber: ' 告2026-3 ' })).toEqual({
      reason: 'public_notice',
      days: 7,
      noticeNumber: '告2026-3',
    })
  })

  it('[C443] a delivery needs receiver and way; an empty relation is not sent', () => {
    expect(firstUnanswered(ACT_FORMS.deliver, { way: 'collect' })?.name).toBe('receiver')
    expect(bodyOf(ACT_FORMS.deliver, { way: 'collect', receiver: '王建国', relation: '' })).toEqual({
      way: 'collect',
      receiver: '王建国',
    })
  })

  it('[C443] a delivery by post asks for the number of the letter first', () => {
    expect(firstUnanswered(ACT_FORMS.deliver, { way: 'post', receiver: '王建国' })?.name).toBe('postNumber')
  })
})

describe('an act that is entered later', () => {
  it('[C306] is sent with the time of the hall and its reason; an act of this moment with neither', () => {
    expect(lateBody({ at: '2026-06-16T09:00', reason: ' 停电 ' })).toEqual({
      occurredAt: '2026-06-16T01:00:00.000Z',
      lateReason: '停电',
    })
    expect(lateBody(NOT_LATE)).toEqual({})
    expect(isReasonMissing({ at: '2026-06-16T09:00', reason: ' ' })).toBe(true)
  })
})
