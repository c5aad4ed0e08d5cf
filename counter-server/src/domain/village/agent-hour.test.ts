import { SETTINGS, type SettingKey } from '@counter/shared/vocabulary/setting'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { agentHour, isInHour } from './agent-hour.ts'

const MONDAY = '2026-06-15' as PlainDate
const HOUR = { isOn: true, day: 'every', from: '14:00', until: '15:10', visits: 1 } as const
const place = (band: string, date = MONDAY) => ({ date, band: band as PlainTime })
const hour = (change: object = {}) => ({ ...HOUR, ...change }) as unknown as Parameters<typeof isInHour>[0]

test.each([
  ['13:30', false],
  ['14:00', true],
  ['14:30', true],
  ['15:00', false],
])('[V92] of an hour from 14:00 to 15:10 the band of %s is one: %s', (band, isOne) => {
  expect(isInHour(hour(), place(band))).toBe(isOne)
})

test('[V92] an hour of one day of the week is on no other', () => {
  expect(isInHour(hour({ day: 'monday' }), place('14:00'))).toBe(true)
  expect(isInHour(hour({ day: 'tuesday' }), place('14:00'))).toBe(false)
  expect(isInHour(hour({ day: 'tuesday' }), place('14:00', '2026-06-16' as PlainDate))).toBe(true)
})

test('[V92] there is none until somebody switches it on', () => {
  const shipped = agentHour(<K extends SettingKey>(key: K) => SETTINGS[key].default as never)
  expect(isInHour(shipped, place('14:00'))).toBe(false)
  expect(isInHour({ ...shipped, isOn: true }, place('14:00'))).toBe(true)
})
