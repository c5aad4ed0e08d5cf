import { describe, expect, test } from 'vitest'
import { CALENDAR, day, hall } from '../../../test/case-fixture.ts'
import {
  captureDay,
  correctedCapture,
  handedOverAt,
  handUpWorkdays,
  isHandedUpLate,
} from './village-timer.ts'

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

describe('the instant of capture', () => {
  const arrived = hall('2026-06-12 09:40')

  test('[V77] is corrected by what the phone thinks the time is', () => {
    expect(correctedCapture(hall('2029-06-12 09:30'), hall('2029-06-12 09:40'), arrived)).toBe(
      hall('2026-06-12 09:30'),
    )
    expect(correctedCapture(hall('2023-06-12 09:30'), hall('2023-06-12 09:40'), arrived)).toBe(
      hall('2026-06-12 09:30'),
    )
  })

  test('[V77] goes by what was heard before the capture, also when the phone is set anew before it sends', () => {
    const lastServer = { at: hall('2026-06-12 09:00'), wall: hall('2026-06-12 11:00') }
    const set = hall('2026-06-12 15:00')
    expect(correctedCapture(hall('2026-06-12 11:20'), set, arrived, lastServer)).toBe(
      hall('2026-06-12 09:20'),
    )
  })

  test('[V77] is never before what was heard before it', () => {
    const lastServer = { at: hall('2026-06-12 09:00'), wall: hall('2026-06-12 11:00') }
    const early = correctedCapture(hall('2026-06-12 02:00'), hall('2026-06-12 09:40'), arrived, lastServer)
    expect(early).toBe(hall('2026-06-12 09:00'))
  })

  test('[V77] is never after the recording', () => {
    expect(correctedCapture(hall('2026-06-12 09:50'), hall('2026-06-12 09:40'), arrived)).toBe(arrived)
  })

  test('[V76] gives a day that is never after today', () => {
    expect(captureDay(hall('2029-01-01'), day('2026-06-12'))).toBe('2026-06-12')
    expect(captureDay(hall('2026-06-11 23:59'), day('2026-06-12'))).toBe('2026-06-11')
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
