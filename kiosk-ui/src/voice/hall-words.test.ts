import type { HallState, HallWindow } from '@counter/shared/contract/hall'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { type WordFacts, wordsSince } from './hall-words.ts'

const at = (time: string) => `2026-06-12T${time}.000Z` as Instant
const window = (number: number, state: HallWindow['state']): HallWindow => ({
  window: number,
  state,
  until: null,
  current: null,
})

function facts(changes: Partial<WordFacts> = {}, windows: HallWindow[] = [], isOpen = true): WordFacts {
  const hall: HallState = {
    businessDate: '2026-06-12' as PlainDate,
    windows,
    announcements: [],
    figures: {
      waiting: 0,
      openWindows: 1,
      low: null,
      high: null,
      next: [],
      missed: [],
      lastCalls: [],
      intake: isOpen ? 'open' : 'closed',
      late: { topics: [], isStopped: true },
    },
    speakingWall: null,
    notices: [],
  }
  return { hall, staleSince: null, now: at('01:40:00'), closing: '17:30', ...changes }
}
const texts = (before: WordFacts, after: WordFacts) =>
  wordsSince(before, after).map(({ sentence }) => sentence.text)

test('[U27] a window that pauses is said once, and not when the wall is only switched on', () => {
  const open = facts({}, [window(3, 'open')])
  const paused = facts({}, [window(3, 'paused')])
  expect(texts(open, paused)).toEqual(['三号窗口暂停服务，请到其他窗口。'])
  expect(texts(paused, paused)).toEqual([])
  expect(texts(facts({ hall: null }), paused)).toEqual([])
})

test('[U27] the end of number-taking is said when half an hour is left, and never again', () => {
  const before = facts({ now: at('08:59:59') })
  expect(texts(before, facts({ now: at('09:00:00') }))).toEqual([
    '今天取号到十七点半结束。已经取号的，请继续等。',
  ])
  expect(texts(facts({ now: at('09:00:00') }), facts({ now: at('09:00:01') }))).toEqual([])
})

test('[U27] nothing is said of the end in a hall that is always open, closed, or after the end', () => {
  const before = facts({ now: at('08:59:59') })
  expect(texts(before, facts({ now: at('09:00:00'), closing: null }))).toEqual([])
  expect(texts(before, facts({ now: at('09:00:00') }, [], false))).toEqual([])
  expect(texts(before, facts({ now: at('09:31:00') }))).toEqual([])
})

test('[U27] a silent server is said by the wall itself, once', () => {
  const stale = facts({ staleSince: at('01:40:00') })
  expect(texts(facts(), stale)).toEqual(['叫号系统正在检修，请听工作人员叫号。'])
  expect(texts(stale, stale)).toEqual([])
})
