import { expect, test } from 'vitest'
import { cellDay, cellText } from './sheet-cell.ts'

test.each([
  ['2026-06-01', '2026-06-01'],
  ['2026/6/1', '2026-06-01'],
  ['2026.6.1', '2026-06-01'],
  ['2026年6月1日', '2026-06-01'],
  ['２０２６年６月１日', '2026-06-01'],
  [' 2026 年 6 月 1 号 ', '2026-06-01'],
  ['20260601', '2026-06-01'],
  ['2026-06-01 09:30', '2026-06-01'],
  // 46174 days after 1899-12-30, as a formula's cell shows it.
  ['46174', '2026-06-01'],
  ['46174.4', '2026-06-01'],
])('[K52] %s is a day', (written, day) => {
  expect(cellDay(written)).toBe(day)
})

test.each([['2026-02-30'], ['6月1日'], ['06/01/2026'], ['昨天'], ['2026'], ['']])(
  '[K52] %s is no day',
  (written) => {
    expect(cellDay(written)).toBeNull()
  },
)

test('[K52] full-width signs and blanks are read as people mean them', () => {
  expect(cellText('　王　小国 ')).toBe('王 小国')
  expect(cellText('１３８')).toBe('138')
  expect(cellText(undefined)).toBe('')
})
