import { describe, expect, test } from 'vitest'
import { isInRange, isSettingKey, SETTINGS, type SettingRule } from './setting.ts'

const HEAD_START: SettingRule = SETTINGS['class.headStart']
const LABEL: SettingRule = SETTINGS['class.priority.label']
const CLOSE_AT: SettingRule = SETTINGS['day.closeAt']
const PLACE: SettingRule = SETTINGS['transfer.place']
const SERIES: SettingRule = SETTINGS['line.classSeries']

describe('the list of settings', () => {
  test.each(Object.entries(SETTINGS))('[C1502] %s has a default within its own range', (_key, rule) => {
    expect(isInRange(rule, rule.default)).toBe(true)
  })

  test('[C1502] a value must be of the kind and within the range', () => {
    expect([0, 240].map((value) => isInRange(HEAD_START, value))).toEqual([true, true])
    expect([-1, 241, 1.5, '20', null, Number.NaN].filter((value) => isInRange(HEAD_START, value))).toEqual([])
    expect(isInRange(LABEL, '六十五岁以上老人')).toBe(true)
    expect([' ', '老', '老'.repeat(31), 7].filter((value) => isInRange(LABEL, value))).toEqual([])
    expect(['12:00', '23:50'].map((value) => isInRange(CLOSE_AT, value))).toEqual([true, true])
    expect(['11:59', '23:51', '24:00', '2000', 20].filter((value) => isInRange(CLOSE_AT, value))).toEqual([])
    expect(['by_key', 'front', 'back'].every((value) => isInRange(PLACE, value))).toBe(true)
    expect(isInRange(PLACE, 'somewhere')).toBe(false)
    expect([true, false].every((value) => isInRange(SERIES, value))).toBe(true)
    expect(isInRange(SERIES, 1)).toBe(false)
  })

  test('[C1502] a word that every object knows is no setting', () => {
    expect(isSettingKey('maxOvertakes')).toBe(true)
    expect(isSettingKey('constructor')).toBe(false)
  })
})
