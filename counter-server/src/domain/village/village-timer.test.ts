import { SETTINGS } from '@counter/shared/vocabulary/setting'
import { describe, expect, test } from 'vitest'
import { CALENDAR, day, hall } from '../../../test/case-fixture.ts'
import {
  captureDay,
  correctedCapture,
  handUpWorkdays,
  isHandedUpLate,
  type VillageLimits,
  type VillageTimer,
  villageDueOn,
} from './village-timer.ts'

const limits: VillageLimits = (key) => SETTINGS[key].default
const RULES = { calendar: CALENDAR, limits }

describe('a village timer', () => {
  test.each<[VillageTimer, string, string]>([
    ['handup', '2026-09-30 10:00', '2026-10-08'],
    ['handup', '2026-09-18 10:00', '2026-09-20'],
    ['handup_hard', '2026-09-18 10:00', '2026-09-22'],
    ['relay', '2026-06-18 10:00', '2026-06-22'],
    ['deliver', '2026-09-18 10:00', '2026-09-21'],
    ['deliver', '2026-02-13 10:00', '2026-02-24'],
    ['followup', '2026-09-30 10:00', '2026-10-13'],
  ])('[V24] %s started at %s ends on %s', (timer, startedAt, expected) => {
    expect(villageDueOn(RULES, timer, hall(startedAt))).toBe(expected)
  })

  test('[V26] started after closing counts from the next opening', () => {
    expect(villageDueOn(RULES, 'handup', hall('2026-06-11 18:05'))).toBe('2026-06-15')
  })

  test('[V21, C1502] has the days that the township has set', () => {
    const slower = { ...RULES, limits: (key: Parameters<VillageLimits>[0]) => limits(key) + 1 }
    expect(villageDueOn(slower, 'handup', hall('2026-06-12 10:00'))).toBe('2026-06-16')
    expect(villageDueOn(slower, 'deliver', hall('2026-06-12 10:00'))).toBe('2026-06-17')
  })

  test.each([
    ['2026-06-15 23:00', false],
    ['2026-06-16 08:31', true],
  ])('[V21] what came in on Friday and is handed up at %s is late: %s', (received, isLate) => {
    expect(isHandedUpLate(RULES, hall('2026-06-12 10:00'), hall(received))).toBe(isLate)
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
