import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { hall } from '../../../test/case-fixture.ts'
import { letterAt, registered, SHIPPED } from '../../../test/letter-fixture.ts'
import { correctRegistration, type RightFacts } from './correct-registration.ts'

const FIRST = { recordedAt: hall('2026-06-12 09:00'), isOwn: false, leader: '' }
const RIGHT: RightFacts = {
  channel: 'phone',
  topic: 'consult',
  receivedOn: '2026-06-12' as PlainDate,
  reason: '登错了',
}

/** A question by phone, registered on Friday 12 June 2026 with three working days: due on the 17th. */
const letter = () =>
  letterAt('2026-06-12 10:00', 'supervisor', [
    '2026-06-12 09:00',
    registered({ limit: { value: 3, unit: 'workday' }, toldDueOn: '2026-06-17' as PlainDate }),
  ])

const correct = (change: Partial<RightFacts>, first: Partial<typeof FIRST> = {}) =>
  correctRegistration(
    letter(),
    { ...RIGHT, ...change },
    { registration: { ...FIRST, ...first }, read: SHIPPED },
  )

test('[C302, C1301] the right channel has its own limit, and the old date stays beside the new one', () => {
  // A suggestion in the opinion box: five working days of the topic, seven of the box; 15 to 18 and 22 June.
  expect(correct({ channel: 'opinion_box', topic: 'suggest' }).payload).toEqual({
    channel: 'opinion_box',
    topic: 'suggest',
    receivedAt: hall('2026-06-12 09:00'),
    limit: { value: 5, unit: 'workday' },
    before: { channel: 'phone', topic: 'consult', receivedAt: hall('2026-06-12 09:00') },
    moves: [{ kind: 'committed', from: '2026-06-17', to: '2026-06-22' }],
  })
})

test('[C302, C306] an earlier day of receipt brings an earlier date; it is none in the future and at most five working days back', () => {
  const { payload } = correct({ receivedOn: '2026-06-10' as PlainDate })
  expect(payload).toMatchObject({
    receivedAt: hall('2026-06-10 12:00'),
    moves: [{ kind: 'committed', from: '2026-06-17', to: '2026-06-15' }],
  })
  for (const receivedOn of ['2026-06-13', '2026-06-04'] as PlainDate[])
    expect(() => correct({ receivedOn })).toThrow('event.backdate_range')
})

test('[C302] needs a reason, another person, something that is wrong, and the leader of a visit', () => {
  expect(() => correct({ topic: 'help', reason: ' ' })).toThrow('reason.required')
  expect(() => correct({ topic: 'help' }, { isOwn: true })).toThrow('correction.same_person')
  expect(() => correct({})).toThrow('correction.nothing')
  expect(() => correct({ channel: 'visit' })).toThrow('letter.leader_missing')
  expect(correct({ channel: 'visit' }, { leader: '李镇长' }).payload.channel).toBe('visit')
})
