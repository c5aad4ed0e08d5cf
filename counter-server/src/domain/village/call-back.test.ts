import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { callBacksOf, drawCallBacks, settlesCallBack } from './call-back.ts'

const SHARE = { percent: 10, least: 2 }
const days = ['2026-07-01T02:00:00.000Z' as Instant, '2026-07-02T02:00:00.000Z' as Instant]
const at = '2026-07-03T02:00:00.000Z' as Instant

describe('the call-backs of a point and month', () => {
  test.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [20, 2],
    [21, 3],
    [140, 14],
  ])('[V20] of %i deliveries are %i', (deliveries, wanted) => {
    expect(callBacksOf(deliveries, SHARE)).toBe(wanted)
  })

  test('[V20] are those of the lowest rank, however the store lists them', () => {
    const rank: Record<string, string> = { a: '3', b: '1', c: '2' }
    const drawn = (ids: string[]) => drawCallBacks(ids as CaseId[], 2, (id) => rank[id] ?? '')
    expect(drawn(['a', 'b', 'c'])).toEqual(['b', 'c'])
    expect(drawn(['c', 'a', 'b'])).toEqual(['b', 'c'])
  })
})

describe('one call', () => {
  const missed = { isReached: false, satisfaction: null, remark: '' }
  const reached = { isReached: true, satisfaction: 'fair' as const, remark: '' }
  const open = (tries: readonly Instant[]) => ({ isSettled: false, tries })

  test('[V20] settles it when somebody is reached, or nobody on the third day', () => {
    expect(settlesCallBack(open([]), reached, { at, days: 3 })).toBe(true)
    expect(settlesCallBack(open(days), missed, { at, days: 3 })).toBe(true)
    expect(settlesCallBack(open(days.slice(1)), missed, { at, days: 3 })).toBe(false)
    expect(settlesCallBack(open([at, at]), missed, { at, days: 3 })).toBe(false)
  })

  test.each([
    ['call_back.settled', { isSettled: true, tries: [] }, reached],
    ['request.invalid', open([]), { ...missed, satisfaction: 'fair' as const }],
    ['request.invalid', open([]), { ...reached, satisfaction: null }],
  ])('[V20] is refused with %s', (code, before, told) => {
    const refused = () => settlesCallBack(before, told, { at, days: 3 })
    expect(refused).toThrow(Refusal)
    expect(refused).toThrow(expect.objectContaining({ code }))
  })
})
