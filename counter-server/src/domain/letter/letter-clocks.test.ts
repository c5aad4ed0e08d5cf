import type { LetterChannel, LetterTopic } from '@counter/shared/vocabulary/letter'
import { describe, expect, test } from 'vitest'
import { CONTEXT, day, hall } from '../../../test/case-fixture.ts'
import {
  ANSWERED,
  ASSIGNED,
  CALL,
  letterAt,
  registered,
  SHIPPED,
  SIGNED,
  TAKEN,
  WANG,
} from '../../../test/letter-fixture.ts'
import { isLetterOnTime, letterClocks, letterLight, shownLetterClock } from './letter-clocks.ts'
import { letterFact } from './letter-event.ts'
import { letterLimit } from './letter-limits.ts'
import { dueLetterMarks, nextLetterMarkAt } from './letter-orders.ts'
import { registerLetter } from './register-letter.ts'

const READ = letterFact('letter.replied', { way: 'read_out', signer: WANG })

/** The day by which a letter that comes now has its answer, with the limit that holds for it. */
function dueOf(channel: LetterChannel, topic: LetterTopic, when: string) {
  const at = hall(when)
  const coming = { ...CALL, channel, topic, leader: '张镇长' }
  const { payload } = registerLetter({ ...CONTEXT, at, actor: 'supervisor' }, coming, SHIPPED)
  const { state } = letterAt(when, 'clerk', [when, letterFact('letter.registered', payload)])
  const { value, unit } = payload.limit
  return [`${value} ${unit}`, letterClocks(state, CONTEXT, at).committed?.dueOn]
}

// Days counted by hand: off are 25 to 27 September and 1 to 7 October 2026, worked are Sunday 20 September and Saturday
// 10 October.
describe('[C1301] the limits of channel and topic', () => {
  test.each([
    ['phone', 'consult', '2026-09-18 10:00', '3 workday', '2026-09-22'],
    ['phone', 'help', '2026-09-18 10:00', '3 workday', '2026-09-22'],
    ['secretary_box', 'help', '2026-09-30 09:00', '7 workday', '2026-10-15'],
    ['secretary_box', 'suggest', '2026-09-30 09:00', '5 workday', '2026-10-13'],
    ['magistrate_box', 'help', '2026-09-30 09:00', '7 workday', '2026-10-15'],
    ['unit_box', 'help', '2026-09-30 09:00', '5 workday', '2026-10-13'],
    ['township_box', 'help', '2026-09-30 09:00', '5 workday', '2026-10-13'],
    ['website', 'consult', '2026-09-30 09:00', '3 workday', '2026-10-10'],
    ['opinion_box', 'praise', '2026-09-30 09:00', '5 workday', '2026-10-13'],
    ['opinion_box', 'help', '2026-09-30 09:00', '7 workday', '2026-10-15'],
    ['opinion_book', 'help', '2026-09-30 09:00', '5 workday', '2026-10-13'],
    ['hotline', 'complaint', '2026-09-30 09:00', '5 workday', '2026-10-13'],
    ['supervision_phone', 'help', '2026-09-30 09:00', '5 workday', '2026-10-13'],
  ] as const)('%s, %s, on %s: %s, due %s', (channel, topic, when, limit, dueOn) => {
    expect(dueOf(channel, topic, when)).toEqual([limit, dueOn])
  })

  test.each([
    ['help', '2026-09-18 09:00', '7 workday', '2026-09-29'],
    // Seven working days from 24 September end on 12 October, fifteen days on 9 October.
    ['help', '2026-09-24 09:00', '15 day', '2026-10-09'],
    ['consult', '2026-09-24 09:00', '3 workday', '2026-09-30'],
  ] as const)(
    'a visit, %s, on %s: the one that ends first holds: %s, due %s',
    (topic, when, limit, dueOn) => {
      expect(dueOf('visit', topic, when)).toEqual([limit, dueOn])
    },
  )

  test.each([
    ['phone', 'investigate', '2026-09-18 09:00', '10 workday', '2026-10-09'],
    ['phone', 'hard', '2026-09-30 09:00', '15 workday', '2026-10-27'],
    ['visit', 'hard', '2026-09-30 09:00', '15 workday', '2026-10-27'],
    ['website', 'personal_data', '2026-09-30 09:00', '15 workday', '2026-10-27'],
  ] as const)(
    '%s, %s, on %s replaces the limit of the channel: %s, due %s',
    (channel, topic, when, limit, dueOn) => {
      expect(dueOf(channel, topic, when)).toEqual([limit, dueOn])
    },
  )

  test('a setting of the township is what counts', () => {
    const read: typeof SHIPPED = (key) => (key === 'letter.phone' ? 1 : SHIPPED(key)) as never
    const context = { ...CONTEXT, at: hall('2026-09-18 10:00') }
    expect(letterLimit(context, { channel: 'phone', topic: 'consult' }, read)).toEqual({
      value: 1,
      unit: 'workday',
    })
  })
})

describe('the reply clock of a letter', () => {
  test('[C506] a call at night counts from the next working day, and keeps its real instant', () => {
    expect(dueOf('phone', 'consult', '2026-09-17 16:00')[1]).toBe('2026-09-21')
    expect(dueOf('phone', 'consult', '2026-09-17 22:10')[1]).toBe('2026-09-22')
    const { state } = letterAt('2026-09-17 22:10', 'clerk', ['2026-09-17 22:10', registered()])
    expect(state.receivedAt).toBe(hall('2026-09-17 22:10'))
  })

  test('[C1301] the date of the county wins, earlier or later; on a day off it is the working day before', () => {
    const dated = (dueOn: string) => {
      const external = { number: '县〔2026〕18', dueOn: day(dueOn) }
      const { state, at } = letterAt('2026-09-18 11:00', 'clerk', [
        '2026-09-18 10:00',
        registered({ external }),
      ])
      return letterClocks(state, CONTEXT, at).committed?.dueOn
    }
    expect([dated('2026-09-21'), dated('2026-10-20'), dated('2026-09-25')]).toEqual([
      '2026-09-21',
      '2026-10-20',
      '2026-09-24',
    ])
  })

  test('[C503] the last instant is in time, a millisecond later is late', () => {
    const replied = (when: string) =>
      letterAt('2026-10-20', 'clerk', ['2026-09-18 10:00', registered()], [when, READ])
    const onTime = (when: string) => {
      const { state, at } = replied(when)
      return isLetterOnTime(CONTEXT, state, letterClocks(state, CONTEXT, at))
    }
    // Five working days from 18 September: 20, 21, 22, 23, 24.
    expect(onTime('2026-09-24 17:30:00.000')).toBe(true)
    expect(onTime('2026-09-24 17:30:00.001')).toBe(false)
  })

  test('[C520] who was told a later day is answered in time on that day', () => {
    const told = { toldDueOn: day('2026-09-28') }
    const { state, at } = letterAt(
      '2026-10-20',
      'clerk',
      ['2026-09-18', registered(told)],
      ['2026-09-28 17:30', READ],
    )
    expect(isLetterOnTime(CONTEXT, state, letterClocks(state, CONTEXT, at))).toBe(true)
  })

  test('[C1302] its lights are those of cases: yellow on the last fifth, red after the end, done when it is answered', () => {
    const light = (when: string, ...later: Parameters<typeof letterAt>[2][]) => {
      const { state, at } = letterAt(when, 'clerk', ['2026-09-18 10:00', registered()], ...later)
      return letterLight(state, letterClocks(state, CONTEXT, at), at)
    }
    // On the 23rd one of the five days is left, which is a fifth.
    expect(light('2026-09-22 23:59')).toBe('green')
    expect(light('2026-09-23 00:00')).toBe('yellow')
    expect(light('2026-09-24 17:31')).toBe('red')
    expect(light('2026-09-28', ['2026-09-23', READ])).toBe('done')
    expect(light('2026-09-28', ['2026-09-21', letterFact('letter.redirected', {})])).toBe('none')
  })

  test('[C1302] a letter that was no duplicate goes on with the clock of the day it came', () => {
    const linked = letterFact('letter.linked', { original: 'other' })
    const { state, at } = letterAt(
      '2026-09-28',
      'clerk',
      ['2026-09-18 10:00', registered()],
      ['2026-09-20', ASSIGNED],
      ['2026-09-21', linked],
      ['2026-09-24', letterFact('letter.unlinked', {})],
    )
    expect(state.status).toBe('assigned')
    expect(letterClocks(state, CONTEXT, at).committed).toMatchObject({
      dueOn: '2026-09-24',
      state: 'running',
    })
  })
})

describe('[C1305] the clocks of a petition', () => {
  const CONVERTED = letterFact('letter.converted', {})
  const NOTICE = letterFact('letter.notice_given', {})
  const begun = [
    ['2026-08-03 09:00', registered()],
    ['2026-08-04', CONVERTED],
  ] as const

  test('the notice is due fifteen days after it came, and shows its light until then', () => {
    const { state, at } = letterAt('2026-08-10', 'supervisor', ...begun)
    const clocks = letterClocks(state, CONTEXT, at)
    expect([clocks.notice?.dueOn, clocks.committed, shownLetterClock(state)]).toEqual([
      '2026-08-18',
      null,
      'notice',
    ])
  })

  test('sixty days from the notice: to 4 October, by law the 8th, for the house 30 September', () => {
    const { state, at } = letterAt('2026-08-10', 'supervisor', ...begun, ['2026-08-05 10:00', NOTICE])
    const { committed, statutory, notice } = letterClocks(state, CONTEXT, at)
    expect([committed?.dueOn, statutory?.dueOn, notice?.state]).toEqual([
      '2026-09-30',
      '2026-10-08',
      'stopped',
    ])
    expect(shownLetterClock(state)).toBe('committed')
  })

  test('thirty days more end on 3 November', () => {
    const extended = letterFact('letter.extended', { days: 30, approvedBy: WANG })
    const { state, at } = letterAt(
      '2026-09-01',
      'leader',
      ...begun,
      ['2026-08-05 10:00', NOTICE],
      ['2026-09-01', extended],
    )
    const { committed, statutory } = letterClocks(state, CONTEXT, at)
    expect([committed?.dueOn, statutory?.dueOn]).toEqual(['2026-11-03', '2026-11-03'])
  })

  test('a unit objects within five working days of the transfer', () => {
    const { state, at } = letterAt('2026-08-06', 'handler', ...begun, ['2026-08-05 10:00', ASSIGNED])
    expect(letterClocks(state, CONTEXT, at).objection).toMatchObject({
      dueOn: '2026-08-12',
      limit: { value: 5, unit: 'workday' },
    })
  })

  test('a review may be asked for within thirty days of the answer, and nobody here is marked late with it', () => {
    const { state } = letterAt(
      '2026-09-03',
      'leader',
      ...begun,
      ['2026-08-05', NOTICE],
      ['2026-08-05', ASSIGNED],
      ['2026-08-06', TAKEN],
      ['2026-09-01', ANSWERED],
      ['2026-09-02', SIGNED],
      ['2026-09-03 09:00', READ],
    )
    const later = { ...CONTEXT, state, actor: 'system' as const, at: hall('2026-12-01') }
    const clocks = letterClocks(state, CONTEXT, later.at)
    expect(clocks.review).toMatchObject({ dueOn: '2026-10-08', state: 'running' })
    expect(nextLetterMarkAt(CONTEXT, state, clocks)).toBeNull()
    expect(dueLetterMarks(later)).toEqual([])
  })
})

describe('the marks of a letter', () => {
  test('[C521] each crossing comes once, with its instant, and the ladder after it', () => {
    const context = letterAt(
      '2026-09-30 09:00',
      'system',
      ['2026-09-18 10:00', registered()],
      ['2026-09-18 11:00', ASSIGNED],
    )
    const marks = dueLetterMarks(context)
    // Due on 24 September; the deputy leader a working day later, which is the 28th; the chief leader after three, the 30th at closing.
    expect(marks.map(({ threshold, crossedAt }) => [threshold, crossedAt])).toEqual([
      ['yellow', hall('2026-09-23 00:00')],
      ['red', hall('2026-09-24 17:30')],
      ['unit_head', hall('2026-09-24 17:30')],
      ['deputy_leader', hall('2026-09-28 17:30')],
    ])
    const fired = { ...context, state: { ...context.state, marks } }
    expect(dueLetterMarks(fired)).toEqual([])
  })
})
