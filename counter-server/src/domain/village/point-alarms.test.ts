import { SETTINGS } from '@counter/shared/vocabulary/setting'
import { describe, expect, test } from 'vitest'
import { CALENDAR, hall } from '../../../test/case-fixture.ts'
import { type AlarmRules, type DeviceStanding, type PointStanding, pointAlarms } from './point-alarms.ts'

const rules = (at: string): AlarmRules => ({
  calendar: CALENDAR,
  limits: (key) => SETTINGS[key].default,
  at: hall(at),
})
const FINE: PointStanding = {
  lastContactAt: hall('2026-06-12 10:00'),
  devices: [],
  waitingSince: null,
  hasAgent: true,
  late: { timers: 0, handUps: 0 },
}
const alarms = (at: string, change: Partial<PointStanding>) =>
  pointAlarms(rules(at), { ...FINE, ...change }).map(({ kind, level, n }) => [kind, level, n])
const phone: DeviceStanding = { attentionSince: null, numbersFree: null, clockAheadMs: 0 }

describe('the alarms of a point', () => {
  test.each([
    // Friday 12 June, and Thursday 18 June before the holiday of the 19th.
    ['2026-06-12 10:00', '2026-06-15 17:30', []],
    ['2026-06-12 10:00', '2026-06-15 17:31', [['silent', 'amber', 1]]],
    ['2026-06-12 10:00', '2026-06-17 17:30', [['silent', 'amber', 1]]],
    ['2026-06-12 10:00', '2026-06-17 17:31', [['silent', 'red', 3]]],
    ['2026-06-12 22:00', '2026-06-15 17:31', [['silent', 'amber', 1]]],
    ['2026-06-18 10:00', '2026-06-22 17:30', []],
    ['2026-06-18 10:00', '2026-06-22 17:31', [['silent', 'amber', 1]]],
  ])('[V89] after a contact at %s, at %s, are %j: a working day amber, three red', (since, at, told) => {
    expect(alarms(at, { lastContactAt: hall(since) })).toEqual(told)
  })

  test('[V88] do not call silent what was never heard of', () => {
    expect(alarms('2026-12-31 17:31', { lastContactAt: null })).toEqual([])
  })

  test('[V23] tell of late timers, and in red of hand-ups past the last limit', () => {
    const late = { timers: 3, handUps: 1 }
    expect(alarms('2026-06-12 11:00', { late })).toEqual([
      ['handup', 'red', 1],
      ['late', 'amber', 3],
    ])
  })

  test('[V1] say that nobody serves it', () => {
    expect(alarms('2026-06-12 11:00', { hasAgent: false })).toEqual([['nobody', 'amber', null]])
  })

  test('[V89] tell what has waited for a person for more than a working day, on the phone or at the centre', () => {
    const since = hall('2026-06-12 10:00')
    const late = { lastContactAt: hall('2026-06-15 17:00') }
    const onPhone = { ...late, devices: [{ ...phone, attentionSince: since }] }
    expect(alarms('2026-06-15 17:30', onPhone)).toEqual([])
    expect(alarms('2026-06-15 17:31', onPhone)).toEqual([['attention', 'amber', 1]])
    expect(alarms('2026-06-15 17:31', { ...late, waitingSince: since })).toEqual([['attention', 'amber', 1]])
  })

  test('[V89] tell of fewer than ten numbers, and of a clock off by more than five minutes either way', () => {
    const told = (device: Partial<DeviceStanding>) =>
      alarms('2026-06-12 11:00', { devices: [{ ...phone, ...device }] })
    expect(told({ numbersFree: 10 })).toEqual([])
    expect(told({ numbersFree: 9 })).toEqual([['numbers', 'amber', 9]])
    expect(told({ clockAheadMs: 300_000 })).toEqual([])
    expect(told({ clockAheadMs: -7_200_000 })).toEqual([['clock', 'amber', 120]])
  })
})
