import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { aDay, at, ticket, visit } from '../../../test/statistics-fixtures.ts'
import { hourLoad, usualLoad } from './hour-load.ts'

describe('how full the hall was', () => {
  test('[Q68] the most who waited at once in each hour, and what is usual', () => {
    const visits = [
      visit('a', 30, 5),
      visit('b', 70, 5),
      visit('c', 200, 5, { firstCalledAt: null, status: 'waiting' }),
    ]
    const load = hourLoad(visits, toMs(at('11:30:00')))
    expect([...load]).toEqual([
      ['09', 3],
      ['10', 2],
      ['11', 1],
    ])
    expect([...usualLoad([load, new Map([['09', 2]])])]).toEqual([
      ['09', 2.5],
      ['10', 1],
      ['11', 0.5],
    ])
  })

  test('[Q68] whom only the boot of the next morning found absent waited on the day itself', () => {
    const late = at('21:30:00')
    const visits = aDay([
      ticket('a', { issuedAt: late, status: 'absent', endedAt: '2026-06-13T00:10:00.000Z' as Instant }),
    ])
    expect([...hourLoad(visits, toMs(at('23:00:00')))]).toEqual([
      ['21', 1],
      ['22', 1],
      ['23', 1],
    ])
  })
})
