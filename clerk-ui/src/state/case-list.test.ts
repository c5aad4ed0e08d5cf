import type { CaseListState } from '@counter/shared/contract/case-lists'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, it } from 'vitest'
import { aRow } from '../test/case-fixture.ts'
import { countByLight, isForToday, isNewlyArrived, relit, shownRows, withCaseNews } from './case-list.ts'

const at = (text: string) => text as Instant
const counts = { green: 1, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
const list: CaseListState = { cases: [aRow()], counts }

describe('the list of a unit', () => {
  it('[U34] puts a changed case in the place of its line', () => {
    const next = withCaseNews(list, { kind: 'case_changed', case: aRow({ handler: '李', version: 4 }) })
    expect(next.cases.map(({ handler }) => handler)).toEqual(['李'])
  })

  it('[U34] leaves out a case that has ended', () => {
    const next = withCaseNews(list, { kind: 'case_changed', case: aRow({ status: 'closed', version: 4 }) })
    expect(next.cases).toEqual([])
  })

  it('[U34] keeps the newer line when older news comes late', () => {
    const next = withCaseNews(list, { kind: 'case_changed', case: aRow({ handler: '李', version: 2 }) })
    expect(next).toBe(list)
  })

  it('[U34] counts the lights of the rows it shows', () => {
    const rows = [aRow(), aRow({ light: 'red' }), aRow({ light: 'paused' }), aRow({ light: 'none' })]
    expect(countByLight(rows)).toEqual({ green: 1, yellow: 0, red: 1, paused: 1, none: 1, done: 0 })
  })
})

describe('the light of a row between two messages', () => {
  it.each([
    ['2026-06-17T15:59:59.999Z', 'green'],
    ['2026-06-17T16:00:00.000Z', 'yellow'],
    ['2026-06-22T09:30:00.000Z', 'yellow'],
    ['2026-06-22T09:30:00.001Z', 'red'],
  ])('[U8] is drawn anew from the due instant: at %s %s', (now, light) => {
    expect(relit(aRow(), at(now)).light).toBe(light)
  })

  it('[U8] a paused case stays paused however late it is', () => {
    expect(relit(aRow({ light: 'paused', dueAt: null }), at('2026-12-01T00:00:00.000Z')).light).toBe('paused')
  })
})

describe('the order', () => {
  it('[U34] is by time left; what has no running clock follows, paused before waiting', () => {
    const rows = [
      aRow({ number: 'waits', light: 'none', status: 'supplement', dueAt: null }),
      aRow({ number: 'paused', light: 'paused', dueAt: null }),
      aRow({ number: 'later' }),
      aRow({ number: 'late', light: 'red', dueAt: '2026-06-11T09:30:00.000Z' }),
    ]
    const shown = shownRows(rows, at('2026-06-12T02:00:00.000Z'))
    expect(shown.map(({ number }) => number)).toEqual(['late', 'later', 'paused', 'waits'])
  })
})

describe('the facts above the list', () => {
  it('[U34] a running case is for today on its due day and after it', () => {
    expect(isForToday(aRow({ light: 'yellow' }), at('2026-06-21T15:59:00.000Z'))).toBe(false)
    expect(isForToday(aRow({ light: 'yellow' }), at('2026-06-21T16:00:00.000Z'))).toBe(true)
    expect(isForToday(aRow({ light: 'red' }), at('2026-06-24T01:00:00.000Z'))).toBe(true)
  })

  it('[U34] a case is newly arrived until somebody has taken it', () => {
    expect(isNewlyArrived(aRow({ status: 'accepted', handler: null }))).toBe(true)
    expect(isNewlyArrived(aRow({ status: 'reviewing' }))).toBe(false)
  })
})
