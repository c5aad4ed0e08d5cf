import { describe, expect, test } from 'vitest'
import { spokenNumber } from './spoken-number.ts'

describe('a number as somebody reads it out', () => {
  test.each([
    ['12', { prefix: null, serial: 12 }],
    [' 012 ', { prefix: null, serial: 12 }],
    ['综012', { prefix: '综', serial: 12 }],
    ['综 12号', { prefix: '综', serial: 12 }],
    ['优先 003', { prefix: '优先', serial: 3 }],
    ['应急1003', { prefix: '应急', serial: 1003 }],
  ])('[Q1] %s is a series and a serial', (typed, meant) => {
    expect(spokenNumber(typed)).toEqual(meant)
  })

  test.each(['', '综', '000', '12345', '一二', "1' OR 1=1", '备用通知书12'])(
    '[Q1] %s is no number',
    (typed) => {
      expect(spokenNumber(typed)).toBe(null)
    },
  )
})
