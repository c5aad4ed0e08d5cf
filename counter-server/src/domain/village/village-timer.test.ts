import { describe, expect, test } from 'vitest'
import { CALENDAR, day, hall } from '../../../test/case-fixture.ts'
import { handedOverAt, handUpWorkdays, isHandedUpLate } from './village-timer.ts'

describe('the hand-up', () => {
  test.each([
    ['2026-06-15 23:00', false],
    ['2026-06-16 08:31', true],
  ])('[V21] due on Monday and in the hall at %s is late: %s', (arrived, isLate) => {
    expect(isHandedUpLate({ dueOn: day('2026-06-15') }, hall(arrived))).toBe(isLate)
  })
})

describe('the way from the village to the centre', () => {
  test.each([
    ['2026-06-12 09:00', '2026-06-12 16:00', 0],
    ['2026-06-12 09:00', '2026-06-15 09:00', 1],
    ['2026-06-18 09:00', '2026-06-22 09:00', 1],
    ['2026-06-12 18:30', '2026-06-15 09:00', 0],
  ])('[V21] from %s to %s takes %i working days', (registered, received, days) => {
    expect(handUpWorkdays(CALENDAR, hall(registered), hall(received))).toBe(days)
  })
})

describe('the hand-over of a result', () => {
  test.each<[string, string | null, string]>([
    ['now, when no day is named', null, '2026-06-12 16:00'],
    ['yesterday at noon, for the hour is not known', '2026-06-11', '2026-06-11 12:00'],
    ['when it came to the point, for a day before that', '2026-06-01', '2026-06-10 15:00'],
    ['on that day not before it came', '2026-06-10', '2026-06-10 15:00'],
    ['now, for a day that is still to come', '2026-06-20', '2026-06-12 16:00'],
  ])('[V77] was %s', (_, on, expected) => {
    const facts = {
      captured: hall('2026-06-12 16:00'),
      since: hall('2026-06-10 15:00'),
      now: hall('2026-06-12 17:00'),
    }
    expect(handedOverAt({ ...facts, on: on === null ? null : day(on) })).toBe(hall(expected))
  })

  test('[V76] is never in the future, whatever the phone says', () => {
    const facts = { captured: hall('2026-06-12 18:00'), on: null, since: null, now: hall('2026-06-12 17:00') }
    expect(handedOverAt(facts)).toBe(hall('2026-06-12 17:00'))
  })
})
