import type { Announcement } from '@counter/shared/contract/hall'
import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'

const call: Announcement = {
  seq: 1,
  kind: 'call',
  number: '综 012',
  tag: null,
  window: 2,
  callNo: 1,
  at: '2026-06-12T01:40:00.000Z' as Instant,
  clips: [
    'chime',
    'please',
    'prefix-general',
    'digit-0',
    'digit-1',
    'digit-2',
    'number',
    'go-to',
    'window-2',
    'serve',
  ],
  isSpoken: false,
}

test('[Q51] a call is said as 「请 综合 零一二 号，到 二号窗口 办理。」', () => {
  expect(sentenceOf(call).text).toBe('请 综合 零一二 号，到 二号窗口 办理。')
})

test('[Q51] a recall is said as 「再次呼叫，综合 零一二 号，请到 二号窗口。」', () => {
  const clips = [
    'chime',
    'call-again',
    'prefix-general',
    'digit-0',
    'digit-1',
    'digit-2',
    'number',
    'please-go-to',
    'window-2',
  ]
  expect(sentenceOf({ ...call, kind: 'recall', clips }).text).toBe(
    '再次呼叫，综合 零一二 号，请到 二号窗口。',
  )
})

test.each([
  ['has no clips', []],
  ['has a word without a clip', [...call.clips, 'window-9']],
])('[Q55] a call that %s is left to the speech of the browser, whole', (_, clips) => {
  expect(sentenceOf({ ...call, clips })).toEqual({ clips: [], text: '请 综 零一二 号，到 2 号窗口 办理。' })
})
