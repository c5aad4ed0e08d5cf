import { CASE_STATUSES, type CaseStatus } from '@counter/shared/vocabulary/case'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { exchangeNumber, exchangeResult } from './exchange.ts'

const DAY = '2026-06-12' as PlainDate

test('[C1104] the number of the exchange is the code, the day and four digits, and at most fifty signs', () => {
  const code = '11341524003300001A4340111001001'
  expect(exchangeNumber(code, DAY, 7)).toBe('11341524003300001A4340111001001202606120007')
  expect(exchangeNumber('', DAY, 7)).toBeNull()
  expect(exchangeNumber('1'.repeat(38), DAY, 1)).toHaveLength(50)
  expect(exchangeNumber('1'.repeat(39), DAY, 1)).toBeNull()
})

test('[C444] every end has its code of the exchange, and what goes on has none', () => {
  const codeOf = (status: CaseStatus) => exchangeResult({ status, givesDocument: false, isForPapers: false })
  const ended = CASE_STATUSES.filter((status) => codeOf(status) !== null)
  expect(Object.fromEntries(ended.map((status) => [status, codeOf(status)]))).toEqual({
    forwarded: '4',
    decided: '6',
    closed: '6',
    not_applicable: '6',
    refused: '1',
    withdrawn: '1',
    returned: '1',
    voided: '2',
  })
  expect(exchangeResult({ status: 'closed', givesDocument: true, isForPapers: false })).toBe('0')
  expect(exchangeResult({ status: 'refused', givesDocument: true, isForPapers: false })).toBe('1')
  expect(exchangeResult({ status: 'returned', givesDocument: false, isForPapers: true })).toBe('5')
})
