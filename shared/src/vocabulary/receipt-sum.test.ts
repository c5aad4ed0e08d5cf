import { expect, test } from 'vitest'
import { receiptSum } from './receipt-sum.ts'

const [ONE, ALL] = [`${'0'.repeat(31)}1`, 'f'.repeat(32)]

test.each([
  ['of nothing is nothing', [], '0'.repeat(32)],
  ['adds up', [ONE, ONE], `${'0'.repeat(31)}2`],
  ['begins again at 2^128', [ALL, ONE], '0'.repeat(32)],
  ['of whole hashes leaves out what is above', [`ab${'0'.repeat(61)}5`], `${'0'.repeat(31)}5`],
])('[V56] the digest of receipts %s', (_how, hashes, sum) => {
  expect(receiptSum(hashes)).toBe(sum)
  expect(receiptSum(hashes.toReversed())).toBe(sum)
})
