import { describe, expect, test } from 'vitest'
import { CONTEXT, day, hall } from '../../../test/case-fixture.ts'
import {
  ANSWERED,
  ASSIGNED,
  letterAt,
  letterRecord,
  registered,
  SIGNED,
  TAKEN,
  WANG,
} from '../../../test/letter-fixture.ts'
import { possibleLetterActs } from './letter-act.ts'
import { letterClocks } from './letter-clocks.ts'
import { letterFact } from './letter-event.ts'
import { projectLetter } from './letter-projection.ts'
import { askReview, recordReview } from './petition-review.ts'

const NOW = '2026-09-18 10:00'
const OPINION = [
  registered(),
  letterFact('letter.converted', {}),
  letterFact('letter.notice_given', {}),
  ASSIGNED,
  TAKEN,
  ANSWERED,
  SIGNED,
  letterFact('letter.replied', { way: 'in_writing', signer: WANG }),
].map((fact) => [NOW, fact] as const)
const ORGAN = '县民政局'

const refusal = (code: string, params: object = {}) => expect.objectContaining({ code, params })

describe('the review of a petition', () => {
  test('[C1305] is asked for within thirty days of the opinion, and given within thirty days of that', () => {
    // Thirty days after 18 September 2026 are 18 October, a Sunday: by law the Monday after it.
    const replied = letterAt('2026-10-12 09:00', 'clerk', ...OPINION)
    expect(letterClocks(replied.state, CONTEXT, replied.at).review?.dueOn).toBe('2026-10-19')
    const asked = askReview(replied, { askedOn: day('2026-10-10'), organ: ORGAN })
    const entries = [...OPINION, ['2026-10-12 09:00', asked] as const]
    const state = projectLetter(letterRecord(...entries))
    const { review, reviewing } = letterClocks(state, CONTEXT, hall('2026-10-12 09:00'))
    expect(review?.state).toBe('stopped')
    // From 10 October thirty days end on 9 November.
    expect([reviewing?.state, reviewing?.dueOn]).toEqual(['running', '2026-11-09'])
    const found = recordReview(letterAt('2026-11-05 09:00', 'clerk', ...entries), 'changed')
    const done = projectLetter(letterRecord(...entries, ['2026-11-05 09:00', found]))
    expect(done.review).toMatchObject({ outcome: 'changed', askedOn: '2026-10-10' })
    expect(letterClocks(done, CONTEXT, hall('2026-12-01 09:00')).reviewing?.state).toBe('stopped')
  })

  test.each([
    ['2026-09-17', ORGAN, 'event.backdate_range', { from: '2026-09-18', to: '2026-10-23' }],
    ['2026-10-24', ORGAN, 'event.backdate_range', { from: '2026-09-18', to: '2026-10-23' }],
    ['2026-10-20', ORGAN, 'letter.review_too_late', { date: '2026-10-19' }],
    ['2026-10-19', ' ', 'refusal.organ_missing', {}],
  ])('[C1305] on %s of %s it is refused with %s', (askedOn, organ, code, params) => {
    const context = letterAt('2026-10-23 09:00', 'clerk', ...OPINION)
    expect(() => askReview(context, { askedOn: day(askedOn), organ })).toThrow(refusal(code, params))
  })

  test('[C1305] is nothing for an ordinary letter, and nobody records what was not asked for', () => {
    const plain = letterAt(
      NOW,
      'clerk',
      [NOW, registered()],
      [NOW, letterFact('letter.replied', { way: 'on_spot', signer: WANG })],
    )
    expect(possibleLetterActs(plain)).toEqual(['close', 'draft_publication', 'add_note'])
    expect(() => askReview(plain, { askedOn: day('2026-09-18'), organ: ORGAN })).toThrow(
      refusal('letter.not_petition'),
    )
    expect(() => recordReview(letterAt(NOW, 'clerk', ...OPINION), 'upheld')).toThrow(
      refusal('letter.not_petition'),
    )
  })
})
