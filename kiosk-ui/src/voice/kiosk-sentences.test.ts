import { expect, test } from 'vitest'
import { CHOOSE_WORDS, focusWords, HELP_WORDS, STILL_WORDS, ticketWords } from './kiosk-sentences.ts'

const quote = (ahead: number) => ({ ahead, low: 10, high: 20 })

test('[S8] a ticket is said digit by digit, with the people ahead and its paper', () => {
  expect(ticketWords({ number: '综 012', quote: quote(5) }, true).text).toBe(
    '取号成功。您是综合零一二号，前面还有五位。请拿好小票。',
  )
  expect(ticketWords({ number: '优先 006', quote: quote(0) }, true).text).toBe(
    '取号成功。您是优先零零六号，前面没有人。请拿好小票。',
  )
})

test('[S8] without paper the number is to be remembered', () => {
  expect(ticketWords({ number: '综 012', quote: quote(5) }, false).text).toBe(
    '没有纸了。您的号码是综合零一二号，请记住。',
  )
})

test('[S8] a prefix without a clip leaves the whole sentence to the browser', () => {
  expect(ticketWords({ number: '林 003', quote: quote(1) }, true)).toEqual({
    clips: [],
    text: '您的号码是 林 003。',
  })
})

test.each([
  [CHOOSE_WORDS, '请点一下您要办的事。说不清，就点右下角“直接排队”。'],
  [STILL_WORDS, '您还在吗？要继续，请点一下屏幕。'],
  [HELP_WORDS, '已经通知工作人员，请等一下。'],
])('[U27] the kiosk says %s as written', ({ clips, text }, words) => {
  expect(text).toBe(words)
  expect(clips.length).toBeGreaterThan(1)
})

test('[S8] what has the focus is named with its role, by a clip where there is one', () => {
  expect(focusWords('低保 · 救助 · 优待')).toEqual({
    clips: ['name-relief', 'button'],
    text: '低保、救助、优待，按钮。',
  })
  expect(focusWords('综 008')).toEqual({ clips: [], text: '综 008，按钮。' })
})
