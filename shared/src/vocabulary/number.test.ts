import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  caseNumber,
  isCaseNumber,
  isProvisionalCode,
  normalQueryCode,
  printedQueryCode,
  provisionalCode,
  QUERY_CODE_ALPHABET,
} from './number.ts'

const NUMBERS = fc
  .record({
    year: fc.integer({ min: 2025, max: 2099 }),
    source: fc.integer({ min: 0, max: 11 }),
    serial: fc.integer({ min: 1, max: 99_999 }),
  })
  .map(({ year, source, serial }) => caseNumber(year, String(source).padStart(2, '0'), serial))

/** Where the digits of a number stand: all but the hyphens and the check sign. */
function digitPlaces(text: string): number[] {
  return [...text.slice(0, -2)].flatMap((sign, place) => (sign === '-' ? [] : [place]))
}

function withSign(text: string, place: number, sign: string): string {
  return text.slice(0, place) + sign + text.slice(place + 1)
}

describe('a case number', () => {
  test.each([
    [2026, '07', 1, '2026-07-0001-Q'],
    [2026, '07', 123, '2026-07-0123-E'],
    [2026, '11', 50, '2026-11-0050-4'],
    [2027, '01', 1, '2027-01-0001-J'],
    [2026, '07', 10_000, '2026-07-10000-N'],
  ])('[V60] of year %s, point %s and serial %s is %s', (year, source, serial, text) => {
    expect(caseNumber(year, source, serial)).toBe(text)
    expect(isCaseNumber(text)).toBe(true)
  })

  test('[C1101] of the hall has the source 00 and a serial of four digits', () => {
    expect(caseNumber(2026, '00', 7)).toMatch(/^2026-00-0007-[34679ACDEFGHJKMNPQRTVWX]$/)
    expect(isCaseNumber(caseNumber(2026, '00', 7))).toBe(true)
  })

  test.each(['2026-07-0001', '2026-7-0001-Q', '2026-07-001-Q', '2026-07-0001-q', '2026-07-0001-R', ''])(
    '[C1101] is not "%s"',
    (text) => {
      expect(isCaseNumber(text)).toBe(false)
    },
  )

  test('[V60] shows every single wrong sign', () => {
    fc.assert(
      fc.property(NUMBERS, (text) => {
        for (const place of digitPlaces(text)) {
          for (const digit of '0123456789'.replace(text.charAt(place), '')) {
            expect(isCaseNumber(withSign(text, place, digit))).toBe(false)
          }
        }
        for (const sign of QUERY_CODE_ALPHABET.replace(text.slice(-1), '')) {
          expect(isCaseNumber(text.slice(0, -1) + sign)).toBe(false)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('[V60] shows every swap of two neighbouring digits, also across a hyphen', () => {
    fc.assert(
      fc.property(NUMBERS, fc.integer({ min: 0, max: 9 }), (text, pair) => {
        const [left = 0, right = 0] = digitPlaces(text).slice(pair, pair + 2)
        fc.pre(right > left && text.charAt(left) !== text.charAt(right))
        const swapped = withSign(withSign(text, left, text.charAt(right)), right, text.charAt(left))
        expect(isCaseNumber(swapped)).toBe(false)
      }),
    )
  })
})

describe('a query code', () => {
  test('[C1103] is printed in two groups of four', () => {
    expect(printedQueryCode('7K3F9QPD')).toBe('7K3F-9QPD')
  })

  test.each([
    ['7k3f-9qpd', '7K3F9QPD'],
    [' 7K3F 9QPD ', '7K3F9QPD'],
    ['iL0o-OIl1', '11000111'],
  ])('[C1103] typed as "%s" means %s', (typed, code) => {
    expect(normalQueryCode(typed)).toBe(code)
  })

  test('[C1103] is made of 32 signs, none of which looks like another', () => {
    expect(new Set(QUERY_CODE_ALPHABET).size).toBe(32)
    expect(QUERY_CODE_ALPHABET).not.toMatch(/[ILOU]/)
  })
})

describe('a provisional code', () => {
  test.each(['临-07-9KQ4T-Q', '临-03-7F4AK-M'])('[V63] %s has the check sign of all its signs', (code) => {
    expect(isProvisionalCode(code)).toBe(true)
  })

  test.each(['临-07-9KQ4T-R', '临-08-9KQ4T-Q', '临-07-9KQT4-Q', '临-07-9KQOT-Q', '临-07-9KQ4-Q'])(
    '[V63] %s is none',
    (code) => {
      expect(isProvisionalCode(code)).toBe(false)
    },
  )

  test('[V63] is made of the random bits of its case', () => {
    const one = provisionalCode('07', '0190bbbb-0000-7000-8000-0000000003e8')
    // 1000 = 11 + 20·23 + 1·529, least place first; the other places are nought.
    expect(one.slice(0, 10)).toBe('临-07-HV433')
    expect(isProvisionalCode(one)).toBe(true)
    expect(provisionalCode('07', '0190bbbb-0000-7000-8000-0000000003e9')).not.toBe(one)
  })
})
