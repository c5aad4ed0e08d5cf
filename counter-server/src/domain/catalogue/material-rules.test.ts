import { expect, test } from 'vitest'
import { PAPER } from './draft-fixture.ts'
import { howToGet } from './material-rules.ts'

test.each([
  [{}, '出具：公安机关；原件1份、复印件1份'],
  [{ issuer: '', form: '窗口领取', copies: 0 }, '表样：窗口领取；原件1份'],
  [{ issuer: '', note: '三个月内的' }, '三个月内的；原件1份、复印件1份'],
  [{ issuer: '', original: 0, copies: 0 }, '请携带'],
])('[C404] a missing paper is told with who gives it out, its form and how many: %o', (change, words) => {
  expect(howToGet({ ...PAPER, ...change })).toBe(words)
})
