import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { filtersOf, neighbour, queryOf, type ReportFilters } from './report-filters.ts'

const TODAY = '2026-06-12' as PlainDate

test('[Q70] the filters stand in the address and come back from it; what is unknown or in the future is left out', () => {
  const filters: ReportFilters = { span: 'month', day: '2026-05-03' as PlainDate, by: 'line' }
  expect(queryOf(filters, TODAY)).toBe('?span=month&day=2026-05-03&by=line')
  expect(filtersOf(queryOf(filters, TODAY), TODAY)).toEqual(filters)
  expect(filtersOf('?span=year&day=2026-06-13&by=name', TODAY)).toEqual({
    span: 'day',
    day: TODAY,
    by: 'class',
  })
  expect(queryOf(filtersOf('', TODAY), TODAY)).toBe('')
})

test.each([
  ['day', '2026-06-01', -1, '2026-05-31'],
  ['week', '2026-06-03', -1, '2026-05-27'],
  ['month', '2026-03-31', -1, '2026-02-28'],
  ['month', '2026-05-20', 1, TODAY],
] as const)('[Q70] the neighbour of a %s of %s', (span, day, step, expected) => {
  expect(neighbour({ span, day: day as PlainDate, by: 'class' }, step, TODAY)).toBe(expected)
})
