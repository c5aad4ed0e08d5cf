import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { filtersOf, neighbour, queryOf, withSpan } from './case-report-filters.ts'

const TODAY = '2026-06-12' as PlainDate

test('[C707] the filters stand in the address and come back from it; what is unknown or in the future is left out', () => {
  const usual = filtersOf('', TODAY)
  expect(usual).toEqual({
    span: 'month',
    from: '2026-06-01',
    to: '2026-06-30',
    by: 'unit',
    judged: 'own_time',
  })
  expect(queryOf(usual, TODAY)).toBe('')
  expect(filtersOf('?span=week&from=2027-01-01&by=person&judged=never', TODAY)).toEqual(usual)
  for (const address of [
    '?span=quarter&by=village',
    '?from=2026-05-01&judged=today',
    '?span=year&from=2025-01-01',
    '?span=free&from=2026-05-20&to=2026-06-03&by=item',
  ])
    expect(queryOf(filtersOf(address, TODAY), TODAY)).toBe(address)
})

test.each([
  ['month', '2026-02-14', '2026-02-01', '2026-02-28'],
  ['quarter', '2026-05-20', '2026-04-01', '2026-06-30'],
  ['quarter', '2025-12-31', '2025-10-01', '2025-12-31'],
  ['year', '2024-02-29', '2024-01-01', '2024-12-31'],
] as const)('[C707] the %s of %s is the calendar’s own', (span, day, from, to) => {
  expect(filtersOf(`?span=${span}&from=${day}`, TODAY)).toMatchObject({ from, to })
})

test('[C707] a free time ends on or after its first day, and within three years', () => {
  const of = (to: string) => filtersOf(`?span=free&from=2023-01-01&to=${to}`, TODAY)
  expect(of('2022-12-31').to).toBe('2023-01-01')
  expect(of('2026-06-12').to).toBe('2025-12-31')
  expect(of('').to).toBe('2023-01-01')
})

test('[C707] before and after go by whole spans, never into what has not begun', () => {
  const quarter = filtersOf('?span=quarter', TODAY)
  expect(neighbour(quarter, -1, TODAY)).toBe('2026-01-01')
  expect(neighbour(quarter, 1, TODAY)).toBeNull()
  expect(neighbour(withSpan(quarter, 'free'), -1, TODAY)).toBeNull()
  expect(withSpan(quarter, 'year')).toMatchObject({ from: '2026-01-01', to: '2026-12-31' })
  expect(withSpan(quarter, 'free')).toMatchObject({ from: '2026-04-01', to: '2026-06-30' })
})
