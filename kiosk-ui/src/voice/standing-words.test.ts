import { expect, test } from 'vitest'
import { closingWords, countClips, DOWN_WORDS, pausedWords } from './standing-words.ts'

test('[U27] a window that pauses is said as 「三号窗口暂停服务，请到其他窗口。」', () => {
  expect(pausedWords(3)).toEqual({
    clips: ['window-3', 'paused', 'other-windows'],
    text: '三号窗口暂停服务，请到其他窗口。',
  })
})

test('[Q55] a window without a clip is left to the speech of the browser', () => {
  expect(pausedWords(9)).toEqual({ clips: [], text: '9 号窗口暂停服务，请到其他窗口。' })
})

test.each([
  ['17:00', '今天取号到十七点结束。已经取号的，请继续等。'],
  ['17:30', '今天取号到十七点半结束。已经取号的，请继续等。'],
  ['20:05', '今天取号到二十点五分结束。已经取号的，请继续等。'],
])('[U27] the end of the day at %s is said as %s', (closing, words) => {
  expect(closingWords(closing).text).toBe(words)
})

test('[U27] a system that is down is said by the wall itself', () => {
  expect(DOWN_WORDS.text).toBe('叫号系统正在检修，请听工作人员叫号。')
})

test.each([
  [0, ['digit-0']],
  [5, ['digit-5']],
  [10, ['ten']],
  [12, ['ten', 'digit-2']],
  [20, ['digit-2', 'ten']],
  [103, ['digit-1', 'hundred', 'digit-0', 'digit-3']],
  [110, ['digit-1', 'hundred', 'digit-1', 'ten']],
  [200, ['digit-2', 'hundred']],
])('[U27] %i is counted aloud as people count', (count, clips) => {
  expect(countClips(count)).toEqual(clips)
})
