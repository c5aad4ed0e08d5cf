import { describe, expect, test } from 'vitest'
import { idNumberProblem, isPhone, maskIdNumber, maskName, maskPhone, normalIdNumber } from './identity.ts'
import type { PlainDate } from './time.ts'

const TODAY = '2026-06-12' as PlainDate

describe('an ID number', () => {
  test.each(['11010519491231002X', '11010519491231002x', '1101 0519 4912 31002X', '341524190001010014'])(
    '[C1105] is right when it is %s',
    (text) => {
      expect(idNumberProblem(text, TODAY)).toBeNull()
    },
  )

  test.each([
    ['341524190001010015', 'check'],
    ['341524190002290011', 'date'],
    ['110105491231002', 'old_card'],
    ['1101051949123100', 'length'],
    ['1101051949123100XX', 'length'],
    ['', 'length'],
  ])('[C1105] that is %s has a wrong %s', (text, problem) => {
    expect(idNumberProblem(text, TODAY)).toBe(problem)
  })

  test('[C1105] has no birth date in the future and none more than 130 years ago', () => {
    const born = (date: string) => idNumberProblem(`341524${date}0010`, TODAY)
    expect(born('20260613')).toBe('date')
    expect(born('20260612')).not.toBe('date')
    expect(born('18960611')).toBe('date')
    expect(born('18960612')).not.toBe('date')
  })

  test('[C1105] shows every single wrong digit that leaves the birth date real', () => {
    for (const place of [0, 1, 2, 3, 4, 5, 14, 15, 16]) {
      for (const digit of '0123456789'.replace('11010519491231002X'.charAt(place), '')) {
        const wrong = `${'11010519491231002X'.slice(0, place)}${digit}${'11010519491231002X'.slice(place + 1)}`
        expect(idNumberProblem(wrong, TODAY)).not.toBeNull()
      }
    }
  })

  test('[C1105] is kept without blanks and with a capital X', () => {
    expect(normalIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X')
  })
})

describe('a phone number', () => {
  test.each(['13812345678', '19900000001', '0564-1234567', '05641234567', '010-12345678'])(
    '[C1107] may be %s',
    (text) => {
      expect(isPhone(text)).toBe(true)
    },
  )

  test.each(['12812345678', '1381234567', '138123456789', '0564-123456', '1234567', ''])(
    '[C1107] is not "%s"',
    (text) => {
      expect(isPhone(text)).toBe(false)
    },
  )
})

describe('a mask', () => {
  test.each([
    ['张强', '张*'],
    ['王建国', '王*国'],
    ['欧阳修文', '欧阳**'],
    ['阿卜杜拉', '阿**拉'],
    ['𠮷田', '𠮷*'],
    ['王', '*'],
    ['', ''],
  ])('[C1108] of the name "%s" is "%s"', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('[C1108] of an ID number leaves four signs, in the list of the clerk the region too', () => {
    expect(maskIdNumber('341524190001010014', true)).toBe('341524********0014')
    expect(maskIdNumber('341524190001010014')).toBe('**************0014')
  })

  test('[C1108] of a phone leaves three digits and four', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
  })
})
