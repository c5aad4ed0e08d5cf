import type { CaseId, CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import { isProvisionalCode } from '@counter/shared/vocabulary/number'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import type { UnplacedHeader } from './command.ts'
import { numberFor, SHIPPED_RULES, usable } from './numbers.ts'
import { newSlipSecrets } from './slip.ts'

function registration(at: string, type: UnplacedHeader['type'] = 'case.register'): UnplacedHeader {
  return {
    v: 1,
    id: '0190aaaa-0000-7000-8000-000000000001' as CommandId,
    caseId: '0190bbbb-0000-7000-8000-000000000001' as CaseId,
    type,
    pointId: '07' as VillageCode,
    itemVersion: 1,
    capturedAt: at as Instant,
    files: [],
    payloadHash: '0'.repeat(64),
  }
}

const JUNE = '2026-06-12T01:40:00.000Z'

describe('the number on a slip', () => {
  test('[V61] number-offline-unique: is the lowest lent one, also after 9999', () => {
    const lent = ['2026-07-10000-N', '2026-07-0123-E', '2026-07-0001-Q']
    expect(numberFor(registration(JUNE), lent, SHIPPED_RULES)).toEqual({
      number: '2026-07-0001-Q',
      provisional: null,
    })
    expect(numberFor(registration(JUNE), lent.slice(0, 2), SHIPPED_RULES).number).toBe('2026-07-0123-E')
  })

  test.each([
    ['2027-01-15T15:59:59.999Z', '2026-07-0001-Q'],
    ['2027-01-15T16:00:00.000Z', null],
  ])('[V61] of the old year lives until 15 January: at %s it is %s', (at, number) => {
    expect(numberFor(registration(at), ['2026-07-0001-Q'], SHIPPED_RULES).number).toBe(number)
  })

  test('[V61] counts what may still be given out: a year that is over is no stock', () => {
    const lent = ['2026-07-0001-Q', '2027-07-0001-Q']
    expect(usable(lent, '2027-01-15' as PlainDate, SHIPPED_RULES)).toEqual(lent)
    expect(usable(lent, '2027-01-16' as PlainDate, SHIPPED_RULES)).toEqual(['2027-07-0001-Q'])
    const longer = { ...SHIPPED_RULES, oldNumberDays: 31 }
    expect(usable(lent, '2027-01-31' as PlainDate, longer)).toEqual(lent)
    expect(usable(lent, '2027-02-01' as PlainDate, longer)).toEqual(['2027-07-0001-Q'])
  })

  test('[V60] is never one of another point', () => {
    expect(numberFor(registration(JUNE), ['2026-11-0050-4'], SHIPPED_RULES).number).toBeNull()
  })

  test('[V63] of an empty pool is a provisional code of the point', () => {
    const { number, provisional } = numberFor(registration(JUNE), [], SHIPPED_RULES)
    expect(number).toBeNull()
    expect(provisional).toMatch(/^临-07-/)
    expect(isProvisionalCode(provisional ?? '')).toBe(true)
  })

  test('[V63] stays the code that stands on the slip of a refused case, also when numbers have come since', () => {
    const asked = registration(JUNE)
    const { provisional } = numberFor(asked, [], SHIPPED_RULES)
    const refused = { caseId: asked.caseId, number: null, provisional }
    expect(numberFor(asked, ['2026-07-0001-Q'], SHIPPED_RULES, refused)).toEqual({
      number: null,
      provisional,
    })
  })

  test('is for a new case alone', () => {
    expect(numberFor(registration(JUNE, 'note.add'), ['2026-07-0001-Q'], SHIPPED_RULES).number).toBeNull()
  })

  test('[V64] goes with a query code of 8 signs and a token of 128 bits, never the same', () => {
    const made = Array.from({ length: 200 }, newSlipSecrets)
    for (const { queryCode, token } of made) {
      expect(queryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
    }
    expect(new Set(made.map(({ token }) => token)).size).toBe(200)
  })
})
