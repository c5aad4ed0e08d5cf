import { expect, test } from 'vitest'
import { type ExplainedRun, segmentWords } from './segment-words.ts'

function run(
  from: string,
  to: string,
  reason: ExplainedRun['reason'],
  counted = 0,
  name: string | null = null,
): ExplainedRun {
  return { from, to, reason, counted, name } as ExplainedRun
}

test.each<[string, string, ExplainedRun]>([
  [
    '10月10日（周六，调休上班）计 1 天',
    '10 Oct (Sat, make-up working day) counts 1',
    run('2026-10-10', '2026-10-10', 'makeup', 1, '国庆节调休上班'),
  ],
  [
    '6月19日（周五，端午节放假）不计',
    '19 Jun (Fri, holiday) not counted',
    run('2026-06-19', '2026-06-19', 'holiday', 0, '端午节'),
  ],
  [
    '6月13日至6月14日（周末）不计',
    '13 Jun to 14 Jun (weekend) not counted',
    run('2026-06-13', '2026-06-14', 'weekend'),
  ],
  ['6月15日至6月18日计 4 天', '15 Jun to 18 Jun counts 4', run('2026-06-15', '2026-06-18', 'counted', 4)],
  [
    '6月12日（周五，当天）从第二天起算',
    '12 Jun (Fri, the day it began) counted from the next day',
    run('2026-06-12', '2026-06-12', 'start'),
  ],
  [
    '6月23日至6月29日（计时暂停）不计',
    '23 Jun to 29 Jun (clock paused) not counted',
    run('2026-06-23', '2026-06-29', 'paused'),
  ],
  [
    '6月23日至6月29日（计时暂停，公示）不计',
    '23 Jun to 29 Jun (clock paused, public notice) not counted',
    run('2026-06-23', '2026-06-29', 'paused', 0, 'public_notice'),
  ],
  [
    '1月4日（周二，放假安排未公布）计 1 天',
    '4 Jan (Tue, holiday notice not yet published) counts 1',
    run('2028-01-04', '2028-01-04', 'unpublished', 1),
  ],
])('[U9] a run of days is explained as 「%s」, in English "%s"', (chinese, english, days) => {
  expect(segmentWords(days, 'zh')).toBe(chinese)
  expect(segmentWords(days, 'en')).toBe(english)
})
